using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Files;

/// <summary>Serves what messages and options carry.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder routes, FileStore files)
    {
        routes.MapGet("/attachments/{folder}/{id}/{filename}", Serve);
        routes.MapGet("/ephemeral-attachments/{folder}/{id}/{filename}", Serve);

        IResult Serve(HttpContext http, string id, string? ex, string? @is, string? hm)
        {
            SimulatedAttachment? file = Snowflake.TryParse(id, out Snowflake found) ? files.Find(http.Request.Path, found, ex, @is, hm) : null;
            return file is null
                ? Results.Text("This content is no longer available.", statusCode: StatusCodes.Status404NotFound)
                : Results.Bytes(file.Bytes, file.ContentType);
        }
    }
}
