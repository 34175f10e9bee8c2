using FsCheck;
using FsCheck.Fluent;

namespace AuroraView.Threading.Schedules.Scenarios;

/// <summary>Random scenarios of a shape.</summary>
internal static class ScenarioGen
{
    internal static Gen<Scenario> Of(ScenarioShape shape) =>
        from hosts in Gen.Choose(1, shape.MostHosts)
        from workers in Gen.Choose(1, shape.MostWorkers)
        from pages in Gen.Choose(shape.MostPages > 0 ? 1 : 0, shape.MostPages)
        from locks in Gen.Choose(shape.MostLocks > 0 ? 1 : 0, shape.MostLocks)
        let tokens = shape.Tokens ? 2 : 0
        let bounds = new Bounds(shape, hosts, workers, pages, tokens, locks)
        from hostList in Array(HostOf(bounds), hosts, hosts)
        from workerList in Array(Ops(bounds, shape.MostDepth, inCall: false), workers, workers)
        select new Scenario(hostList, workerList, pages, tokens, locks);

    private static Gen<Host> HostOf(Bounds bounds) =>
        from loop in Gen.Elements(bounds.Shape.LoopKinds)
        from budget in Gen.Elements(0, 8)
        from start in Gen.Choose(0, 2)
        from before in start == 0 ? Ops(bounds, bounds.Shape.MostDepth, inCall: false) : Gen.Constant(System.Array.Empty<Op>())
        select new Host(loop, budget, before);

    private static Gen<Op[]> Ops(Bounds bounds, int depth, bool inCall) => Array(OpOf(bounds, depth, inCall), inCall ? 0 : 1, inCall ? 2 : bounds.Shape.MostOps);

    private static Gen<Body> BodyOf(Bounds bounds, int depth) =>
        from ops in depth <= 0 ? Gen.Constant(System.Array.Empty<Op>()) : Ops(bounds, depth - 1, inCall: true)
        from throws in Gen.Choose(0, 9)
        select new Body(ops, throws == 0);

    private static Gen<Op> OpOf(Bounds bounds, int depth, bool inCall)
    {
        var shape = bounds.Shape;
        var dispatcher = Gen.Choose(0, bounds.Hosts - 1);
        var body = BodyOf(bounds, depth);
        var limit = shape.Limits ? Gen.Elements<int?>(null, null, 1, 5, 20, 0) : Gen.Constant<int?>(null);
        var token = bounds.Tokens > 0
            ? Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, bounds.Tokens - 1).Select(static t => (int?)t))
            : Gen.Constant<int?>(null);

        var kinds = new List<(int, Gen<Op>)>
        {
            (3, from d in dispatcher from b in body select (Op)new Op.Post(d, b)),
            (5, from d in dispatcher from b in body from l in limit from t in token select (Op)new Op.Invoke(d, b, l, t)),
            (2, from d in dispatcher from b in body from t in token select (Op)new Op.Async(d, b, t)),
            (1, from d in dispatcher from b in body from t in token from r in body select (Op)new Op.Async(d, b, t, r)),
            (1, from ms in Gen.Elements(1, 4, 10) select (Op)new Op.Busy(ms)),
        };
        if (bounds.Tokens > 0)
            kinds.Add((3, from t in Gen.Choose(0, bounds.Tokens - 1) select (Op)new Op.Cancel(t)));
        if (inCall)
            kinds.Add((1, from b in body select (Op)new Op.Await(b)));
        if (inCall && shape.Loops)
        {
            kinds.Add((1, from turns in Gen.Choose(1, 3) select (Op)new Op.Modal(turns)));
            kinds.Add((1, from calls in Gen.Choose(1, 2) from ms in Gen.Elements(0, 5, 20) select (Op)new Op.RunUntil(calls, ms)));
        }

        if (bounds.Pages > 0)
        {
            var ask = from d in dispatcher from b in body from awaited in Gen.Choose(0, 3) select new Ask(d, b, awaited > 0);
            kinds.Add((4, from p in Gen.Choose(0, bounds.Pages - 1) from asks in Array(ask, 0, 2) from l in limit select (Op)new Op.Eval(p, asks, l)));
            if (inCall)
                kinds.Add((1, from b in body select (Op)new Op.Offload(b)));
        }

        if (bounds.Locks > 0)
            kinds.Add((3, from l in Gen.Choose(0, bounds.Locks - 1) from b in BodyOf(bounds, depth) select (Op)new Op.Locked(l, b.Ops)));
        if (shape.Joins)
            kinds.Add((2, from w in Gen.Choose(0, bounds.Workers - 1) from l in limit select (Op)new Op.Join(w, l)));
        if (shape.Shutdowns)
            kinds.Add((1, from d in dispatcher from ms in Gen.Elements(0, 5, 50) select (Op)new Op.Shutdown(d, ms)));
        return Gen.Frequency(kinds.ToArray());
    }

    private static Gen<T[]> Array<T>(Gen<T> element, int least, int most) =>
        from count in Gen.Choose(least, most)
        from items in element.ArrayOf(count)
        select items;

    private sealed record Bounds(ScenarioShape Shape, int Hosts, int Workers, int Pages, int Tokens, int Locks);
}
