// Callbacks through the creator's message pump, one at a time (rule T), and what tests set and read.
#include "double.h"
#include <cstring>
#include <deque>

namespace
{
SRWLOCK g_lock = SRWLOCK_INIT;
std::map<std::string, long> g_counts;

struct Pump
{
    HWND window = nullptr;
    std::deque<std::pair<const void*, std::function<void()>>> waiting;
    bool busy = false;
};

// Its window goes with the thread.
thread_local Pump* t_pump;

LRESULT CALLBACK OnMessage(HWND window, UINT message, WPARAM first, LPARAM second)
{
    if (message != WM_APP || !t_pump)
        return DefWindowProcW(window, message, first, second);
    // A nested message loop inside a callback gets no callbacks: they wait for the outer one to return.
    if (t_pump->busy)
    {
        Count("reentrancyRefused");
        return 0;
    }

    if (!t_pump->waiting.empty())
    {
        auto next = std::move(t_pump->waiting.front().second);
        t_pump->waiting.pop_front();
        t_pump->busy = true;
        next();
        Count("callbacks");
        t_pump->busy = false;
    }

    if (!t_pump->waiting.empty())
        PostMessageW(window, WM_APP, 0, 0);
    return 0;
}
}

void Later(const void* owner, std::function<void()> callback)
{
    if (!t_pump)
    {
        WNDCLASSW definition{};
        definition.lpfnWndProc = OnMessage;
        definition.lpszClassName = L"WebView2Double.Pump";
        {
            // Whoever comes second waits until the class is really there.
            static SRWLOCK lock = SRWLOCK_INIT;
            static bool registered = false;
            Guard guard(lock);
            if (!registered)
                registered = RegisterClassW(&definition) != 0;
        }

        t_pump = new Pump;
        t_pump->window = CreateWindowExW(0, definition.lpszClassName, nullptr, 0, 0, 0, 0, 0, HWND_MESSAGE, nullptr, nullptr, nullptr);
    }

    t_pump->waiting.emplace_back(owner, std::move(callback));
    PostMessageW(t_pump->window, WM_APP, 0, 0);
}

void Drop(const void* owner)
{
    if (!t_pump)
        return;
    // A callback may hold the last reference to something that drops callbacks itself.
    std::vector<std::function<void()>> dropped;
    for (auto at = t_pump->waiting.begin(); at != t_pump->waiting.end();)
    {
        if (at->first == owner)
        {
            dropped.push_back(std::move(at->second));
            at = t_pump->waiting.erase(at);
        }
        else
            ++at;
    }
}

long Setting(const char* name)
{
    Guard guard(g_lock);
    return g_counts[name];
}

void Count(const char* name, long change)
{
    Guard guard(g_lock);
    g_counts[name] += change;
}

HRESULT NotInDouble(const char* method)
{
    fprintf(stderr, "WebView2Double: %s is not in the double\n", method);
    Count("notInDouble");
    return E_NOTIMPL;
}

extern "C" __declspec(dllexport) void DoubleSet(const char* name, long value)
{
    Guard guard(g_lock);
    g_counts[name] = value;
}

extern "C" __declspec(dllexport) long DoubleGet(const char* name) { return Setting(name); }
