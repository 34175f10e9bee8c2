// The environment, and the function by which the real loader enters a runtime.
#include "view.h"
#include <objbase.h>

namespace
{
SRWLOCK g_foldersLock = SRWLOCK_INIT;
std::map<std::wstring, std::wstring> g_folders;

struct Environment : Object<ICoreWebView2EnvironmentStub, &IIDof_ICoreWebView2Environment>
{
    ~Environment() override { Drop(this); }

    HRESULT STDMETHODCALLTYPE get_BrowserVersionString(LPWSTR* value) override { ENTER(); return Give(L"999.0.0.0 double", value); }

    HRESULT STDMETHODCALLTYPE CreateWebResourceResponse(IStream* content, int status, LPCWSTR, LPCWSTR headers, ICoreWebView2WebResourceResponse** result) override
    {
        ENTER();
        *result = new Response(content, status, headers);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE CreateCoreWebView2Controller(HWND parent, ICoreWebView2CreateCoreWebView2ControllerCompletedHandler* handler) override
    {
        ENTER();
        if (!IsWindow(parent))
            return E_INVALIDARG;
        if (Setting("controllerNever"))
            return S_OK;
        Held<ICoreWebView2CreateCoreWebView2ControllerCompletedHandler> held(handler);
        Later(this, [held, parent] {
            // E_ABORT is documented for a parent that went away meanwhile.
            HRESULT result = !IsWindow(parent) ? E_ABORT : static_cast<HRESULT>(Setting("controllerFails"));
            if (FAILED(result))
            {
                held->Invoke(result, nullptr);
                return;
            }

            auto controller = new Controller(parent);
            held->Invoke(S_OK, controller);
            controller->Release();
        });
        return S_OK;
    }
};

// What must be equal for views that share a folder (rule E): here the own schemes.
std::wstring Describe(IUnknown* options)
{
    std::wstring text;
    ICoreWebView2EnvironmentOptions4* fourth = nullptr;
    if (!options || FAILED(options->QueryInterface(IIDof_ICoreWebView2EnvironmentOptions4, reinterpret_cast<void**>(&fourth))))
        return text;
    UINT32 count = 0;
    ICoreWebView2CustomSchemeRegistration** schemes = nullptr;
    if (SUCCEEDED(fourth->GetCustomSchemeRegistrations(&count, &schemes)))
    {
        for (UINT32 i = 0; i < count; i++)
        {
            LPWSTR name = nullptr;
            BOOL secure = FALSE, authority = FALSE;
            schemes[i]->get_SchemeName(&name);
            schemes[i]->get_TreatAsSecure(&secure);
            schemes[i]->get_HasAuthorityComponent(&authority);
            text += std::wstring(name) + (secure ? L" secure" : L"") + (authority ? L" authority;" : L";");
            CoTaskMemFree(name);
            schemes[i]->Release();
        }

        CoTaskMemFree(schemes);
    }

    fourth->Release();
    if (text == L"auroraview secure authority;")
        Count("ownScheme");
    return text;
}
}

extern "C" __declspec(dllexport) HRESULT CreateWebViewEnvironmentWithOptionsInternal(
    bool, int, PCWSTR folder, IUnknown* options, ICoreWebView2CreateCoreWebView2EnvironmentCompletedHandler* handler)
{
    // The loader lets go of a runtime that holds no objects; the tests read its counts later.
    HMODULE self;
    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, reinterpret_cast<LPCWSTR>(&CreateWebViewEnvironmentWithOptionsInternal), &self);
    APTTYPE type;
    APTTYPEQUALIFIER qualifier;
    // Rule T: a single-threaded apartment.
    if (FAILED(CoGetApartmentType(&type, &qualifier)) || (type != APTTYPE_STA && type != APTTYPE_MAINSTA))
        return RPC_E_CHANGED_MODE;
    Count("environments");
    auto described = Describe(options);
    {
        Guard guard(g_foldersLock);
        auto [entry, isNew] = g_folders.try_emplace(folder ? folder : L"", described);
        if (Setting("optionsMismatch") || entry->second != described)
            return InvalidState;
    }

    if (long result = Setting("environmentFails"))
        return static_cast<HRESULT>(result);
    Held<ICoreWebView2CreateCoreWebView2EnvironmentCompletedHandler> held(handler);
    Later(nullptr, [held] {
        auto environment = new Environment;
        held->Invoke(S_OK, environment);
        environment->Release();
    });
    return S_OK;
}

extern "C" __declspec(dllexport) HRESULT __stdcall DllCanUnloadNow() { return S_FALSE; }
