namespace AuroraView.Engine.Pages;

/// <summary>What a load comes to: an address for the engine, or a refusal.</summary>
/// <param name="Address">What to load, or what was refused.</param>
/// <param name="Refusal">Why it is not loaded, and what to do; <see langword="null"/> if it is.</param>
internal readonly record struct LoadPlan(string Address, string? Refusal)
{
    /// <summary>Makes the plan. What the host itself provides is served from now on.</summary>
    /// <param name="source">The page.</param>
    /// <param name="pages">What serves the host's own pages.</param>
    /// <param name="fileAccess">Whether pages may read files.</param>
    public static LoadPlan Make(PageSource source, AppPages pages, bool fileAccess) => source switch
    {
        { Kind: PageSourceKind.Html } => new(pages.ServeHtml(source.Text), null),
        { Kind: PageSourceKind.File } when !Path.IsPathFullyQualified(source.Text) || !File.Exists(source.Text) =>
            new(source.Text, $"The file '{source.Text}' does not exist, or is not given by its absolute path."),
        { Kind: PageSourceKind.File } => new(pages.ServeFile(source.Text), null),
        _ when !Addresses.IsAbsolute(source.Text) =>
            new(source.Text, $"'{source.Text}' is not an absolute URL. Give one with its scheme, such as https://tools.example/panel, or load a file."),
        _ when !fileAccess && Addresses.IsFile(source.Text) =>
            new(source.Text, "file: pages are not allowed. Load the file as a file, so that it is served at auroraview://app, or allow file access."),
        _ => new(source.Text, RestrictedPorts.Refuse(source.Text)),
    };
}
