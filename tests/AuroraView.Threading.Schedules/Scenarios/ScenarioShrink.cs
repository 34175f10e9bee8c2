namespace AuroraView.Threading.Schedules.Scenarios;

/// <summary>Smaller scenarios.</summary>
internal static class ScenarioShrink
{
    internal static IEnumerable<Scenario> Smaller(Scenario scenario)
    {
        for (var i = 0; i < scenario.Workers.Length; i++)
        {
            foreach (var ops in SmallerOps(scenario.Workers[i]))
                yield return scenario with { Workers = Replace(scenario.Workers, i, ops) };
        }

        for (var i = 0; i < scenario.Hosts.Length; i++)
        {
            foreach (var ops in SmallerOps(scenario.Hosts[i].Before))
                yield return scenario with { Hosts = Replace(scenario.Hosts, i, scenario.Hosts[i] with { Before = ops }) };
        }
    }

    private static IEnumerable<Op[]> SmallerOps(Op[] ops)
    {
        for (var i = 0; i < ops.Length; i++)
            yield return [.. ops[..i], .. ops[(i + 1)..]];
        for (var i = 0; i < ops.Length; i++)
        {
            foreach (var op in Smaller(ops[i]))
                yield return Replace(ops, i, op);
        }
    }

    private static IEnumerable<Body> Smaller(Body body)
    {
        foreach (var ops in SmallerOps(body.Ops))
            yield return body with { Ops = ops };
        if (body.Throws)
            yield return body with { Throws = false };
    }

    private static IEnumerable<Op> Smaller(Op op)
    {
        switch (op)
        {
            case Op.Post post:
                return Smaller(post.Body).Select(body => post with { Body = body });
            case Op.Invoke invoke:
                return Smaller(invoke.Body).Select(body => invoke with { Body = body });
            case Op.Async async:
                return Smaller(async.Body).Select(body => async with { Body = body }).Concat(async.Rest is { } rest ? Smaller(rest).Select(body => async with { Rest = body }) : []);
            case Op.Await await:
                return Smaller(await.Rest).Select(body => await with { Rest = body });
            case Op.Offload offload:
                return Smaller(offload.Body).Select(body => offload with { Body = body });
            case Op.Locked locked:
                return SmallerOps(locked.Under).Select(ops => locked with { Under = ops });
            case Op.Eval eval:
                return Smaller(eval);
            default:
                return [];
        }
    }

    private static IEnumerable<Op> Smaller(Op.Eval eval)
    {
        for (var i = 0; i < eval.Asks.Length; i++)
            yield return eval with { Asks = [.. eval.Asks[..i], .. eval.Asks[(i + 1)..]] };
        for (var i = 0; i < eval.Asks.Length; i++)
        {
            foreach (var body in Smaller(eval.Asks[i].Body))
                yield return eval with { Asks = Replace(eval.Asks, i, eval.Asks[i] with { Body = body }) };
        }
    }

    private static T[] Replace<T>(T[] items, int at, T item)
    {
        var copy = (T[])items.Clone();
        copy[at] = item;
        return copy;
    }
}
