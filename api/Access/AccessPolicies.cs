using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace OpenGov.Api.Access;

/// <summary>What a group of routes needs, as one line on the group: <c>group.Needs(Role.Editor)</c>.</summary>
internal static class AccessPolicies
{
    /// <summary>Only a caller with this role, or a higher one, gets through.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder routes, Role role)
        where TBuilder : IEndpointConventionBuilder =>
        routes.RequireAuthorization(policy => policy.AddRequirements(new RoleRequirement(role)));

    /// <summary>Only a caller who may act on what belongs to this part of the country gets through.</summary>
    public static TBuilder NeedsScope<TBuilder>(this TBuilder routes, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        routes.RequireAuthorization(policy => policy.AddRequirements(new ScopeRequirement(_ => scope)));

    /// <summary>Only a caller who may act on the state or the record that a parameter of the address names gets through.</summary>
    public static TBuilder NeedsScopeOf<TBuilder>(this TBuilder routes, string parameter)
        where TBuilder : IEndpointConventionBuilder =>
        routes.RequireAuthorization(policy =>
            policy.AddRequirements(
                new ScopeRequirement(context => Scope.OfRecord(context.Request.RouteValues[parameter]?.ToString() ?? ""))
            )
        );
}

/// <summary>The caller needs this role, or a higher one.</summary>
/// <param name="Role">The least that is enough.</param>
internal sealed record RoleRequirement(Role Role) : IAuthorizationRequirement;

/// <summary>The caller needs to act for a part of the country.</summary>
/// <param name="Of">The scope that a request needs: <c>national</c>, or the id of a state.</param>
internal sealed record ScopeRequirement(Func<HttpContext, string> Of) : IAuthorizationRequirement;

/// <summary>Compares the caller with what is needed.</summary>
internal sealed class AccessHandler : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        var ours = context.PendingRequirements.Where(requirement => requirement is RoleRequirement or ScopeRequirement).ToList();
        foreach (var requirement in ours)
        {
            if (Caller.Of(context.User) is { } caller && Missing(caller, requirement, context.Resource as HttpContext) is null)
            {
                context.Succeed(requirement);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>What the caller lacks; null for nothing.</summary>
    public static AccessFailure? Missing(Caller caller, IAuthorizationRequirement requirement, HttpContext? request) =>
        requirement switch
        {
            RoleRequirement needed => caller.Role >= needed.Role ? null : AccessFailure.MissingRole(caller, needed.Role),
            ScopeRequirement needed when request is not null && needed.Of(request) is var scope => caller.Scopes.Contains(scope)
                ? null
                : AccessFailure.MissingScope(caller, scope),
            _ => new AccessFailure(
                "forbidden",
                "The credential does not allow this.",
                StatusCodes.Status403Forbidden,
                "insufficient_scope"
            ),
        };
}

/// <summary>Says, when somebody does not get through, what is missing.</summary>
internal sealed class AccessRefusals(AuditLog audit) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        var caller = Caller.Of(context.User);
        var failure = caller is not null
            ? policy.Requirements.Select(requirement => AccessHandler.Missing(caller, requirement, context)).OfType<AccessFailure>().First()
            : AccessFailure.MissingCredential;
        if (caller is not null)
        {
            await audit.AddRefusalAsync(caller, context.Request, failure.Code, context.RequestAborted);
        }

        await failure.ToProblem(context.Response).ExecuteAsync(context);
    }
}
