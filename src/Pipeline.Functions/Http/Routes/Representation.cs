using Pipeline.Processing.Addresses;

namespace Pipeline.Functions.Http.Routes;

/// <summary>One form in which a route's answer comes.</summary>
/// <param name="MediaType">The media type.</param>
/// <param name="Schema">The type whose JSON the body is; null where it is not JSON.</param>
public abstract record Representation(string MediaType, Type? Schema);

/// <summary>One form in which a value comes.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="MediaType">The media type.</param>
/// <param name="Schema">The type whose JSON the body is; null where it is not JSON.</param>
/// <param name="Write">Writes the body.</param>
public sealed record Representation<T>(string MediaType, Type? Schema, Func<T, ApiAddress, byte[]> Write) : Representation(MediaType, Schema);
