using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace OpenGov.Client;

/// <summary>Says of members of a body that they are to be unknown. What is only not set is left as it is on record.</summary>
public static class Unknowns
{
    private static readonly ConditionalWeakTable<object, HashSet<string>> Of = new();

    /// <summary>Sends null for a member: <c>new CommitmentChange().MakeUnknown(commitment =&gt; commitment.Due_date)</c>.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="member">The member that becomes unknown.</param>
    public static T MakeUnknown<T>(this T body, Expression<Func<T, object?>> member)
        where T : class
    {
        // A value is boxed on its way to object.
        var named = member.Body is UnaryExpression boxed ? boxed.Operand : member.Body;
        if (named is not MemberExpression { Member: PropertyInfo property, Expression: ParameterExpression })
        {
            throw new ArgumentException("Name a member of the body itself, such as commitment => commitment.Due_date.", nameof(member));
        }

        property.SetValue(body, null);
        Of.GetOrCreateValue(body).Add(property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name);
        return body;
    }

    internal static bool Has(object body, string name) => Of.TryGetValue(body, out var names) && names.Contains(name);
}
