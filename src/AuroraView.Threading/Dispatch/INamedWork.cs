namespace AuroraView.Threading.Dispatch;

/// <summary>The argument of a call that stands for a function of another language, and knows its name.</summary>
internal interface INamedWork
{
    /// <summary>The function's name, for errors and reports.</summary>
    string Name { get; }
}
