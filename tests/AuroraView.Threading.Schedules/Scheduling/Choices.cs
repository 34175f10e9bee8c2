namespace AuroraView.Threading.Schedules.Scheduling;

/// <summary>
/// The seeded choices of one run: some runs switch often, some seldom, and some follow random priorities with a few changes, which
/// finds rare orders of few steps.
/// </summary>
internal sealed class Choices
{
    private readonly Random _random;
    private readonly double _switch;
    private readonly double _time;
    private readonly bool _priorities;
    private readonly List<VirtualThread> _ready = [];
    private int _lowest;

    internal Choices(int seed)
    {
        _random = new Random(seed);
        _switch = _random.Next(3) switch { 0 => 0.08, 1 => 0.3, _ => 0.8 };
        _time = _random.Next(3) switch { 0 => 0, 1 => 0.002, _ => 0.02 };
        _priorities = _random.Next(3) == 0;
    }

    internal int NextPriority() => _random.Next(1000);

    internal bool LetsTimePass() => _time > 0 && _random.NextDouble() < _time;

    internal bool OneIn(int many) => _random.Next(many) == 0;

    internal VirtualThread? Pick(List<VirtualThread> threads, VirtualThread? self, long now)
    {
        _ready.Clear();
        foreach (var thread in threads)
        {
            if (thread.CanRun(now))
                _ready.Add(thread);
        }

        if (_ready.Count == 0)
            return null;
        var canStay = self is not null && _ready.Contains(self);
        if (canStay && self!.Yields && _ready.Count > 1)
        {
            _ready.Remove(self);
            canStay = false;
            if (_priorities)
                self.Priority = --_lowest;
        }

        if (_priorities)
            return ByPriority(self);
        if (canStay && _random.NextDouble() >= _switch)
            return self;
        return _ready[_random.Next(_ready.Count)];
    }

    private VirtualThread ByPriority(VirtualThread? self)
    {
        if (self is not null && _random.Next(60) == 0)
            self.Priority = --_lowest;
        var best = _ready[0];
        foreach (var thread in _ready)
        {
            if (thread.Priority > best.Priority)
                best = thread;
        }

        return best;
    }
}
