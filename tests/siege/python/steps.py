"""What besiegers do, each on a thread of its own, all at once."""

from auroraview import utils

from leftovers import CONTINUE, KILL, STOP
from panel import DRAIN

END = 4.0  # the engine is given two seconds, the page one; the process's end is waited for


class Siege:
    def __init__(self, host, ledger, panels, silent):
        self.host, self.ledger, self.panels, self.silent = host, ledger, panels, silent

    def close(self, panel, force=False):
        self.ledger.call("close of %d" % panel.number, DRAIN + END, panel.view.close, DRAIN, force)

    def strike(self, panel, name, number):
        from leftovers import strike

        process = panel.view.info["process_id"]
        if process:
            for other in self.panels:
                if other.view.info["process_id"] == process:
                    other.is_disturbed = True
            self.ledger.note("signal %d to %s of %d" % (number, ", ".join(strike(process, name, number)), panel.number))


def _eval(script, seconds):
    return lambda siege, panel: siege.ledger.call(
        "eval %s in %d" % (script, panel.number), seconds, panel.view.eval_js_sync, script, int(seconds * 1000))


def _on_main(step):
    return lambda siege, panel: siege.host.do(lambda: step(siege, panel))


def _script(script):
    return lambda siege, panel: siege.ledger.call("script %s in %d" % (script, panel.number), 0.3, panel.view.eval_js, script)


def _hang(siege, panel):
    panel.is_disturbed = True
    _script("while (true) {}")(siege, panel)


def _load_that_hangs(siege, panel):
    # From here on there may be no page that answers.
    panel.is_disturbed = True
    _view("load_url", siege.silent)(siege, panel)


def _evals(script, timeout_ms):
    def begin(siege, panel):
        for number in range(20):
            settle = siege.ledger.expect("async eval %d of %d" % (number, panel.number))
            try:
                panel.view.eval_js_async(script, settle, timeout_ms)
            except Exception as error:
                settle.give_up()
                siege.ledger.judge("async eval of %d" % panel.number, error)

    return begin


def _emit(name, count, size):
    def emit(siege, panel):
        def all_of_them():
            for _ in range(count):
                panel.view.emit(name, "x" * size)

        # Where the queue is full an emit tries again three times, 100 ms apart.
        siege.ledger.call("%d %s of %d to %d" % (count, name, size, panel.number), 3, all_of_them)

    return emit


def _posts(siege, _panel):
    for _ in range(50):
        settle = siege.ledger.expect("post")
        utils.run_on_main_thread(settle, None, None)


def _view(what, *arguments):
    return lambda siege, panel: siege.ledger.call("%s %d" % (what, panel.number), 0.3, getattr(panel.view, what), *arguments)


def _strike(name, number):
    return lambda siege, panel: siege.strike(panel, name, number)


def _refuse(_siege, panel):
    panel.refuses_to_close = True


def _invoke(siege, panel):
    siege.ledger.call("invoke", 1, lambda: utils.run_on_main_thread_sync(lambda: 1, timeout=1))
    siege.ledger.call("invoke through %d" % panel.number, 1, lambda: panel.view.get_proxy().call_on_dcc_main_thread(lambda: 1))


ONCE = "await ask('once', [here + ':' + number++])"

STEPS = [
    ("eval", 6, _eval("1 + 1", 1)),
    ("eval that calls", 6, _eval(ONCE, 1)),
    ("eval that calls back", 3, _eval("await ask('back')", 1)),
    ("eval that never ends", 3, _eval("await new Promise(() => {})", 0.3)),
    ("eval on main", 3, _on_main(_eval(ONCE, 0.3))),
    ("evals", 3, _evals("new Promise(done => setTimeout(() => done(1), 5))", 2000)),
    ("evals that never end", 2, _evals("new Promise(() => {})", None)),
    ("picture", 2, _view("screenshot", 300)),
    ("emit", 5, _emit("fine", 50, 10)),
    ("emit much", 2, _emit("fine", 10, 1000000)),
    ("emit flood", 2, _emit("fine", 3000, 100)),
    ("emit to one that throws", 2, _emit("bad", 5, 1)),
    ("flood", 4, _script("flood(500)")),
    ("large calls", 2, _script("for (let i = 0; i < 5; i++) ask('big', { data: 'x'.repeat(1e6) })")),
    ("calls that throw", 2, _script("for (let i = 0; i < 5; i++) ask('throws')")),
    ("calls whose results are no JSON", 2, _script("for (let i = 0; i < 5; i++) ask('refused')")),
    ("slow calls", 2, _script("for (let i = 0; i < 3; i++) ask('slow')")),
    ("register again", 3, lambda siege, panel: siege.ledger.call("register again %d" % panel.number, 0.3, panel.register)),
    ("invoke", 4, _invoke),
    ("posts", 3, _posts),
    ("load", 3, _view("load_html", "<title>other</title><script>auroraview.call('once', [String(Math.random())])</script>")),
    ("load what is refused", 2, _view("load_url", "http://127.0.0.1:25/")),
    ("load what hangs", 2, _load_that_hangs),
    ("reload", 3, _view("reload")),
    ("stop", 1, _view("stop")),
    ("hang", 2, _hang),
    ("kill panel host", 1, _strike("auroraview", KILL)),
    ("kill web process", 2, _strike("WebKitWeb", KILL)),
    ("kill network process", 1, _strike("WebKitNetwork", KILL)),
    ("stop panel host", 1, _strike("auroraview", STOP)),
    ("stop web process", 1, _strike("WebKitWeb", STOP)),
    ("stop network process", 1, _strike("WebKitNetwork", STOP)),
    ("continue", 2, _strike("", CONTINUE)),
    ("resize", 2, _view("resize", 160, 100)),
    ("refuse to close", 1, _refuse),
    ("close", 2, lambda siege, panel: siege.close(panel)),
    ("close in a handler", 1, _script("ask('close')")),
    ("close on main", 1, _on_main(lambda siege, panel: siege.close(panel))),
]
