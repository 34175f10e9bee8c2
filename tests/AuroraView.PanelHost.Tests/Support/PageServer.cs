using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AuroraView.PanelHost.Tests.Support;

/// <summary>A web server on the loopback interface that answers by path; a path it does not know waits for ever.</summary>
internal sealed class PageServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, string> _pages;
    private readonly List<TcpClient> _waiting = [];
    private readonly TaskCompletionSource<string> _hung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PageServer(Dictionary<string, string> pages)
    {
        _pages = pages;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Origin => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The first path that was asked for and is not answered.</summary>
    public string WaitHung() => _hung.Task.WaitAsync(TestView.Bound).GetAwaiter().GetResult();

    /// <summary>Ends what waits, without an answer.</summary>
    public void Release()
    {
        lock (_waiting)
        {
            _waiting.ForEach(static client => client.Dispose());
            _waiting.Clear();
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        Release();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            var reader = new StreamReader(client.GetStream());
            string path = (await reader.ReadLineAsync() ?? "").Split(' ').ElementAtOrDefault(1) ?? "";
            while (!string.IsNullOrEmpty(await reader.ReadLineAsync()))
            {
            }
            if (!_pages.TryGetValue(path, out string? page))
            {
                lock (_waiting)
                    _waiting.Add(client);
                if (path.Length > 0)
                    _hung.TrySetResult(path);
                return;
            }
            bool download = path.EndsWith(".bin", StringComparison.Ordinal);
            byte[] body = Encoding.UTF8.GetBytes(page);
            string head = $"HTTP/1.1 200 OK\r\nContent-Type: {(download ? "application/x-something" : "text/html")}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
            await client.GetStream().WriteAsync(body);
            client.Dispose();
        }
        catch (IOException)
        {
            client.Dispose();
        }
    }
}
