using AuroraView.Threading.Dispatch;

namespace AuroraView.Native.Sessions;

/// <summary>A queue for which its client is asked to make a thread. The number of it is what that thread calls <c>av_serve</c> with.</summary>
internal sealed class LentThread(Session session, SerialThread thread)
{
    /// <summary>Its number; set before anybody is told of it.</summary>
    internal long Handle { get; set; }

    /// <summary>No thread will come: what is queued for it fails, and nothing watches over it any more.</summary>
    internal void Refuse(Func<Exception> why) => thread.Stop(why);

    /// <summary>The thread's whole life. On the client's thread.</summary>
    internal void Run()
    {
        session.OnServed(this);
        thread.Run();
    }
}
