using System.Text;
using AuroraView.Threading;
using AuroraView.Threading.Dispatch;

namespace AuroraView.Native.Sessions;

/// <summary>A queue for which its client is asked to make a thread. The number of it is what that thread calls <c>av_serve</c> with.</summary>
internal sealed class LentThread(Session session, SerialThread thread)
{
    /// <summary>Its number; set before anybody is told of it.</summary>
    internal long Handle { get; set; }

    /// <summary>Asks the client for its thread; on the service thread. One that the client cannot make is refused.</summary>
    internal void Ask()
    {
        var answer = -1;
        try
        {
            answer = session.Callbacks.Run(CallKind.Serve, Handle, 0, Encoding.UTF8.GetBytes(thread.Name));
        }
        finally
        {
            if (answer < 0)
                session.OnNotServed(this, () => new ShutdownInProgressException(thread.Name, $"the client '{session.Client}' could not create its thread."));
        }
    }

    /// <summary>No thread will come: what is queued for it fails, and nothing watches over it any more.</summary>
    internal void Refuse(Func<Exception> why) => thread.Stop(why);

    /// <summary>The thread's whole life. On the client's thread.</summary>
    internal void Run()
    {
        session.OnServed(this);
        thread.Run();
    }
}
