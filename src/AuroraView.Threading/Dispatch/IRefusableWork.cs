namespace AuroraView.Threading.Dispatch;

/// <summary>Posted work that is told if it will not run.</summary>
internal interface IRefusableWork
{
    /// <summary>It was accepted, and will not run. From any thread; throws nothing.</summary>
    void OnRefused(Exception error);
}
