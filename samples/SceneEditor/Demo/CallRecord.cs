namespace SceneEditor.Demo;

/// <summary>A line of the page's call strip.</summary>
/// <param name="Count">How many calls it stands for (the values of a dragged slider).</param>
/// <param name="State"><c>pending</c>, <c>ok</c> or <c>failed</c>.</param>
/// <param name="Thread"><c>main</c>, <c>view</c>, or empty when the handler never ran.</param>
/// <param name="Ms">From the page's call to its answer, in milliseconds.</param>
internal sealed record CallRecord(int Id, string Method, int Count, string State, string Thread, int ThreadId, string Result, double Ms);
