"""A plain program: no loop that could be asked, so the program pumps by itself."""

from .base import HostAdapter

__all__ = ["ExplicitPump"]


class ExplicitPump(HostAdapter):
    """Accepts calls to the main thread once the program pumps. Before that they wait up to a second for the first pump, then they are refused."""

    name = "explicit"
    priority = -1000

    @classmethod
    def detect(cls) -> bool:
        """Every process is at least this."""
        return True

    def unreachable_because(self):
        """Always: nobody pumps here but the program itself."""
        return (
            "No host with an event loop was found in this process, so nothing would ever run this call on the main "
            "thread. Let the main thread call auroraview.utils.pump_until(condition, timeout) (or "
            "auroraview.utils.pump() at times) while others need it, or register an adapter with "
            "auroraview.hosts.register. See docs/python.md."
        )

    def awaits_first_pump(self):
        """Always: a program may start its threads a moment before it pumps."""
        return True

    def attach(self, pump) -> None:
        """Nothing to set up."""
