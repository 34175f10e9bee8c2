"""A panel and what is known of it: which of its page's calls ran, which handlers wait, how often it said that it was closed."""

import threading

from auroraview import WebView

DRAIN = 0.5

PAGE = """<!doctype html><title>siege</title><script>
const here = String(Math.random()), wrong = [];
let number = 0, open = 0;
const ask = (method, value) => {
  open++;
  let ended = false;
  const end = (code) => {
    open--;
    if (ended) wrong.push(method + ' was answered twice');
    ended = true;
    if (code === 'UnknownMethod') wrong.push(method + ' was not known');
  };
  return auroraview.call(method, value).then(() => end(), (error) => end(error.code));
};
const flood = (count) => { for (let i = 0; i < count; i++) ask('once', [here + ':' + number++]); };
const settled = async () => { while (open > 0) await new Promise((done) => setTimeout(done, 20)); return wrong.join(); };
auroraview.on('fine', () => 0);
auroraview.on('bad', () => { throw new Error('a listener of the siege'); });
</script><body>siege"""


class SiegePanel:
    def __init__(self, number, ledger, plan):
        self.number = number
        self.close_in = plan.randrange(20)
        self.refuses_to_close = False
        self.is_disturbed = False
        self._ledger = ledger
        self._ran = set()
        self._lock = threading.Lock()
        self.release = threading.Event()
        self.closed = 0
        options = {"data_folder": "/proc/self/exe/siege"} if plan.randrange(16) == 0 else {}
        self.view = WebView(
            title="siege %d" % number, width=200, height=120, html=PAGE, dcc_mode=plan.randrange(2) == 0, main_thread_timeout_ms=2000,
            drain_timeout_ms=int(DRAIN * 1000), **options)
        self.register()
        for event, which in (("ready", 1), ("loaded", 2), ("load_failed", 3), ("crashed", 3), ("error", 4)):
            self.view.on_event(event, self._closer(event, which))
        self.view.on_event("closing", lambda _data: not self.refuses_to_close)
        self.view.on_event("closed", self._on_closed)

    def register(self):
        """Registers the handlers, also again: what was accepted runs."""
        view = self.view
        view.bind_call("once", self._once)
        view.bind_call("big", lambda data: len(data))
        view.bind_call("throws", lambda: 1 // 0)
        view.bind_call("refused", lambda: {"a": object()})
        view.bind_call("slow", lambda: self._ledger.call("slow handler of %d" % self.number, 0.2, self.release.wait, 0.2))
        view.bind_call("back", lambda: self._ledger.call("eval of %d in its handler" % self.number, 1, view.eval_js_sync, "1 + 1", 1000))
        view.bind_call("close", lambda: self.close("a handler"))

    def close(self, where):
        self._ledger.call("close of %d in %s" % (self.number, where), 0.25, self.view.close, DRAIN)

    def _once(self, name):
        with self._lock:
            is_new = name not in self._ran
            self._ran.add(name)
        if not is_new:
            self._ledger.wrong("panel %d: the page's call %s ran twice" % (self.number, name))

    def _closer(self, event, which):
        def happened(data=None):
            if event == "crashed":
                self.is_disturbed = True
            if event == "error":
                self._ledger.note("error of %d: %s" % (self.number, str(data.get("message")).split("\n")[0]))
            if self.close_in == which:
                self.close(event)

        return happened

    def _on_closed(self, data):
        self.closed += 1
        self._ledger.note("closed %d: %s, %s" % (self.number, data.get("reason"), data.get("code")))
        if self.close_in == 5:
            self.close("closed")
