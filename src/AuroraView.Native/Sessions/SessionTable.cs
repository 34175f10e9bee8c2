using AuroraView.Native.Abi;
using AuroraView.Threading.Waiting;

namespace AuroraView.Native.Sessions;

/// <summary>The clients of this process, by name. One that attaches again under its name takes the place of its former self.</summary>
internal static class SessionTable
{
    private static readonly Dictionary<string, Session> s_byClient = new(StringComparer.Ordinal);
    private static ShortLock s_lock;

    /// <summary>Adds a client. What it had before is ended first: its functions are never called again.</summary>
    internal static Session Attach(string client, Func<Session> create)
    {
        Session? former;
        s_lock.Enter();
        s_byClient.Remove(client, out former);
        s_lock.Exit();
        End(former);
        var session = create();
        s_lock.Enter();
        // Somebody who attached under the same name meanwhile came first.
        s_byClient.Remove(client, out former);
        s_byClient.Add(client, session);
        s_lock.Exit();
        End(former);
        return session;
    }

    /// <exception cref="BadHandleException">It was detached, or replaced by a later attach.</exception>
    internal static Session Get(long handle) => Handles.Get<Session>(handle);

    internal static bool Detach(long handle, TimeSpan timeout)
    {
        var session = Get(handle);
        s_lock.Enter();
        if (s_byClient.TryGetValue(session.Client, out var current) && ReferenceEquals(current, session))
            s_byClient.Remove(session.Client);
        s_lock.Exit();

        return session.End(timeout);
    }

    private static void End(Session? former) => former?.End(TimeSpan.FromSeconds(2));
}
