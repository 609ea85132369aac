namespace OpenGov.Api.Http;

/// <summary>The methods that read: what is read is answered to HEAD as to GET, without the body.</summary>
internal static class ReadMethods
{
    /// <summary>Their names.</summary>
    public static readonly string[] All = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Whether a request only reads.</summary>
    public static bool IsRead(this HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Whether a request asks to write; what is written has one form and no suffix.</summary>
    public static bool IsWrite(this HttpRequest request) =>
        HttpMethods.IsPost(request.Method) || HttpMethods.IsPatch(request.Method) || HttpMethods.IsDelete(request.Method);
}
