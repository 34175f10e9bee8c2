using System.Collections.Frozen;

namespace AuroraView.Engine.Pages;

/// <summary>The media type of a file by its name.</summary>
internal static class MediaTypes
{
    private const string Unknown = "application/octet-stream";

    private static readonly FrozenDictionary<string, string> s_byExtension = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8", [".htm"] = "text/html; charset=utf-8", [".xhtml"] = "application/xhtml+xml",
        [".js"] = "text/javascript; charset=utf-8", [".mjs"] = "text/javascript; charset=utf-8", [".cjs"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8", [".json"] = "application/json", [".map"] = "application/json", [".webmanifest"] = "application/manifest+json",
        [".txt"] = "text/plain; charset=utf-8", [".md"] = "text/plain; charset=utf-8", [".csv"] = "text/csv; charset=utf-8", [".xml"] = "text/xml",
        [".svg"] = "image/svg+xml", [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif",
        [".webp"] = "image/webp", [".avif"] = "image/avif", [".bmp"] = "image/bmp", [".ico"] = "image/x-icon", [".exr"] = "image/x-exr", [".hdr"] = "image/vnd.radiance",
        [".woff"] = "font/woff", [".woff2"] = "font/woff2", [".ttf"] = "font/ttf", [".otf"] = "font/otf",
        [".wasm"] = "application/wasm", [".pdf"] = "application/pdf",
        [".mp3"] = "audio/mpeg", [".ogg"] = "audio/ogg", [".wav"] = "audio/wav", [".flac"] = "audio/flac", [".m4a"] = "audio/mp4",
        [".mp4"] = "video/mp4", [".webm"] = "video/webm", [".mov"] = "video/quicktime",
        [".glb"] = "model/gltf-binary", [".gltf"] = "model/gltf+json", [".obj"] = "model/obj",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type of <paramref name="path"/>, with the character set where it is text.</summary>
    public static string Of(string path) => s_byExtension.GetValueOrDefault(Path.GetExtension(path), Unknown);
}
