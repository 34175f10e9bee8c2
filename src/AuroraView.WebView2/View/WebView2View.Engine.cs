using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Engine.Scripts;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.View;

// The making and the end of the engine's objects.
internal sealed partial class WebView2View
{
    private const int MostRestarts = 3;

    private ICoreWebView2Environment? _environment;
    private ICoreWebView2Controller? _controller;
    private ICoreWebView2? _core;
    private ScriptRunner? _runner;

    // A completion of an engine that was given up since is not for its successor.
    private int _life;

    // Steps of the making that the engine has not ended.
    private int _stepsUnderWay;
    private int _restarts;

    /// <summary>The engine's view. Throws on another thread than its own.</summary>
    public ICoreWebView2 Core
    {
        get
        {
            Thread.Assert();
            return _core ?? throw new BackendFailureException("EngineFailed", "The view has no engine at this moment.");
        }
    }

    private void BeginEnvironment()
    {
        var options = ComObjects.PointerTo<ICoreWebView2EnvironmentOptions>(new EnvironmentOptions());
        var handler = Completion<ICoreWebView2CreateCoreWebView2EnvironmentCompletedHandler>("make an environment", OnEnvironment);
        try
        {
            Directory.CreateDirectory(_dataFolder);
            var result = Loader.CreateCoreWebView2EnvironmentWithOptions(_options.BrowserFolder, _dataFolder, options, handler);
            if (HResult.Failed(result))
                throw new BackendFailureException(HResult.StartError(result, "make an environment", _dataFolder, _options.BrowserFolder));
        }
        catch (DllNotFoundException)
        {
            throw new BackendFailureException("LoaderMissing",
                "WebView2Loader.dll was not found beside the application, or beside auroraview.dll. It comes with the package Microsoft.Web.WebView2 (runtimes/win-x64/native); ship it with the plug-in.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BackendFailureException("DataFolder", $"The data folder '{_dataFolder}' cannot be made: {error.Message} Give one that can be written to (WebViewOptions.DataFolder).");
        }
        finally
        {
            Marshal.Release(handler);
            Marshal.Release(options);
        }
    }

    private void OnEnvironment(nint environment)
    {
        _environment = ComObjects.Borrow<ICoreWebView2Environment>(environment);
        BeginController();
    }

    private void BeginController()
    {
        var handler = Completion<ICoreWebView2CreateCoreWebView2ControllerCompletedHandler>("make a view", OnController, TryOtherWindow);
        try
        {
            var result = _environment!.CreateCoreWebView2Controller(_window!.TakeForEngine(), handler);
            if (!HResult.Failed(result))
                return;
            _stepsUnderWay--;
            if (!TryOtherWindow())
                throw new BackendFailureException(HResult.StartError(result, "make a view", _dataFolder, _options.BrowserFolder));
        }
        finally
        {
            Marshal.Release(handler);
        }
    }

    // The window that the engine was given may have gone down with the host's while it was at work.
    private bool TryOtherWindow()
    {
        if (!_window!.IsEngineParentGone)
            return false;
        BeginController();
        return true;
    }

    private void OnController(nint controller)
    {
        _controller = ComObjects.Borrow<ICoreWebView2Controller>(controller);
        HResult.Check(_controller.get_CoreWebView2(out var core), "give the view");
        _core = ComObjects.Take<ICoreWebView2>(core);
        Configure();
        Loads = new LoadTracker(this, _events, Loads);
        _runner = new ScriptRunner(this, _core);
        Scripts = new ScriptQueue(_runner, _events, Start, Loads);
        Connect();
        var handler = Completion<ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler>("take the page script", _ => OnPrepared());
        try
        {
            HResult.Check(_core.AddScriptToExecuteOnDocumentCreated(Start.DocumentScript, handler), "take the page script");
        }
        finally
        {
            Marshal.Release(handler);
        }
    }

    private void OnPrepared()
    {
        _window!.Attach(_controller!);
        _startTimer?.Dispose();
        if (!_wasReady)
        {
            _wasReady = true;
            HResult.Check(_environment!.get_BrowserVersionString(out var version), "tell its version");
            _events.OnReady(new BackendInfo("WebView2", NativeText.Take(version), "WebView2Loader.dll", _window.Outer, Environment.ProcessId));
        }

        Thread.Open(true);
    }

    /// <summary>A handler of the end of one step, with a reference that the caller releases.</summary>
    private nint Completion<T>(string what, Action<nint> next, Func<bool>? again = null)
        where T : class
    {
        var life = _life;
        _stepsUnderWay++;
        return ComObjects.PointerTo((T)(object)new ComCompletion((result, value) =>
        {
            Thread.Assert();
            _stepsUnderWay--;
            if (life != _life || _endsAfterStep)
            {
                // Nobody wants it any more; left alone it would keep a browser process alive.
                if (!HResult.Failed(result) && typeof(T) == typeof(ICoreWebView2CreateCoreWebView2ControllerCompletedHandler))
                    With<ICoreWebView2Controller>(value, static late => late.Close());
                if (_endsAfterStep)
                    Thread.End();
                return;
            }

            try
            {
                if (!HResult.Failed(result))
                    next(value);
                else if (again?.Invoke() != true)
                    throw new BackendFailureException(HResult.StartError(result, what, _dataFolder, _options.BrowserFolder));
            }
            catch (BackendFailureException failure)
            {
                EndWith(failure.Error);
            }
        }));
    }

    // Its window went down with a window around it: what it shows cannot be shown elsewhere.
    private void OnEngineLost()
    {
        const string detail = "The engine's window went down with the window around it; the view is made again.";
        Thread.PostUrgent(() => Restart(detail));
        TellCrash(CrashReason.Crashed, detail);
    }

    // The whole browser process is gone, and every object of it is dead. The window stays and gets a new one.
    private void Restart(string detail)
    {
        Scripts?.AbandonAll(detail);
        AbandonCaptures(detail);
        Loads?.OnEngineGone();
        Thread.Open(false);
        ReleaseEngine(close: true);
        if (++_restarts > MostRestarts)
        {
            EndWith(new BackendError("Died", $"The engine was lost {_restarts} times. {detail}"));
            return;
        }

        try
        {
            BeginEnvironment();
        }
        catch (BackendFailureException failure)
        {
            EndWith(failure.Error);
        }
    }

    private void ReleaseEngine(bool close)
    {
        // While the engine can still be told.
        Dialogs.OnDocumentGone();
        _life++;
        _window?.Detach();
        _runner?.Dispose();
        _runner = null;
        Scripts = null;
        Scheme.AbandonAll();
        if (close && _controller is not null)
            _ = _controller.Close();
        ComObjects.Release(_core);
        ComObjects.Release(_controller);
        ComObjects.Release(_environment);
        _core = null;
        _controller = null;
        _environment = null;
    }
}
