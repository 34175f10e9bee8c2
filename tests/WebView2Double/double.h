// A conformance double of WebView2: no browser, but the rules that Microsoft documents for its objects, enforced.
//   T  Thread affinity, callbacks through the creator's message pump, one at a time, never re-entrant:
//      https://learn.microsoft.com/microsoft-edge/webview2/concepts/threading-model
//   P  Process failures: https://learn.microsoft.com/microsoft-edge/webview2/concepts/process-related-events
//   C  Close and errors: https://learn.microsoft.com/microsoft-edge/webview2/reference/win32/icorewebview2controller#close
//   D, M  Script dialogs and context menus: requests.h.
//   E  Environments, their folders and options: https://learn.microsoft.com/microsoft-edge/webview2/reference/win32/webview2-idl
#pragma once
#include "stubs.g.h"
#include <atomic>
#include <functional>
#include <map>
#include <string>
#include <vector>

constexpr HRESULT WrongThread = 0x8001010E;   // RPC_E_WRONG_THREAD
constexpr HRESULT InvalidState = 0x8007139F;  // HRESULT_FROM_WIN32(ERROR_INVALID_STATE)

// What tests ask for by name, and what they read back.
long Setting(const char* name);
void Count(const char* name, long change = 1);

// Queues a callback for the calling thread's message pump.
void Later(const void* owner, std::function<void()> callback);

// Drops what an owner that ends has queued on this thread.
void Drop(const void* owner);

// mingw's win32 thread model has no std::mutex.
struct Guard
{
    SRWLOCK& lock;
    explicit Guard(SRWLOCK& of) : lock(of) { AcquireSRWLockExclusive(&lock); }
    ~Guard() { ReleaseSRWLockExclusive(&lock); }
};

// Reference counts and thread affinity of one object of the double. Every interface of the list names the same object.
template <class Base, const IID*... Ids>
struct Object : Base
{
    std::atomic<long> references{1};
    const DWORD thread = GetCurrentThreadId();

    Object() { Count("objects"); }
    virtual ~Object()
    {
        Count("objects", -1);
        // Arguments end with their event: whoever kept them would hold a dead object.
        if (references > 1)
            Count("argumentsKept");
    }

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID id, void** result) override
    {
        if (IsEqualIID(id, IID_IUnknown) || (... || IsEqualIID(id, *Ids)))
        {
            AddRef();
            *result = static_cast<Base*>(this);
            return S_OK;
        }

        *result = nullptr;
        return E_NOINTERFACE;
    }

    ULONG STDMETHODCALLTYPE AddRef() override { return ++references; }

    ULONG STDMETHODCALLTYPE Release() override
    {
        // A release on another thread is what a finaliser would do.
        if (GetCurrentThreadId() != thread)
            Count("releasedElsewhere");
        long left = --references;
        if (left == 0)
            delete this;
        return left;
    }

    HRESULT Enter() const
    {
        if (GetCurrentThreadId() == thread)
            return S_OK;
        Count("wrongThread");
        return WrongThread;
    }
};

template <class T>
struct Held
{
    T* pointer = nullptr;
    Held() = default;
    Held(T* from) : pointer(from) { if (pointer) { pointer->AddRef(); Count("held"); } }
    Held(const Held& other) : Held(other.pointer) {}
    Held& operator=(const Held& other) { if (this != &other) { Reset(); pointer = other.pointer; if (pointer) { pointer->AddRef(); Count("held"); } } return *this; }
    ~Held() { Reset(); }
    void Reset() { if (pointer) { auto old = pointer; pointer = nullptr; old->Release(); Count("held", -1); } }
    T* operator->() const { return pointer; }
};

inline HRESULT Give(const std::wstring& text, LPWSTR* result)
{
    *result = static_cast<LPWSTR>(CoTaskMemAlloc((text.size() + 1) * sizeof(wchar_t)));
    memcpy(*result, text.c_str(), (text.size() + 1) * sizeof(wchar_t));
    return S_OK;
}

#define ENTER() do { HRESULT entered = this->Enter(); if (FAILED(entered)) return entered; } while (0)
