using System.Runtime.InteropServices;

namespace AuroraView.WebKit.Native;

/// <summary>GLib, GObject and GIO.</summary>
internal static unsafe partial class GLib
{
    public const int PriorityDefault = 0;
    public const int PriorityDefaultIdle = 200;
    public const int ConditionIn = 1;
    public const int ConditionError = 8;
    public const int ConditionHangUp = 16;
    private const string Core = "libglib-2.0.so.0";
    private const string Objects = "libgobject-2.0.so.0";
    private const string Streams = "libgio-2.0.so.0";

    /// <summary>GValue: a type and two words of data.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Value
    {
        public nuint Type;
        public long Data0;
        public long Data1;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Error
    {
        public uint Domain;
        public int Code;
        public byte* Message;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct ListNode
    {
        public nint Data;
        public ListNode* Next;
        public ListNode* Previous;
    }

    [LibraryImport(Core, EntryPoint = "g_main_loop_new")]
    public static partial nint NewLoop(nint context, int running);

    [LibraryImport(Core, EntryPoint = "g_main_loop_run")]
    public static partial void RunLoop(nint loop);

    [LibraryImport(Core, EntryPoint = "g_main_loop_quit")]
    public static partial void QuitLoop(nint loop);

    [LibraryImport(Core, EntryPoint = "g_main_context_iteration")]
    public static partial int Iterate(nint context, int mayBlock);

    [LibraryImport(Core, EntryPoint = "g_spawn_async_with_pipes")]
    public static partial int Spawn(byte* folder, byte** command, byte** environment, int flags, nint setup, nint data, int* process, int* input, int* output, int* error, Error** why);

    [LibraryImport(Core, EntryPoint = "g_unix_fd_add_full")]
    public static partial uint AddDescriptor(int priority, int descriptor, int condition, delegate* unmanaged<int, int, nint, int> callback, nint data, nint notify);

    [LibraryImport(Core, EntryPoint = "g_timeout_add_full")]
    public static partial uint AddTimeout(int priority, uint milliseconds, delegate* unmanaged<nint, int> callback, nint data, nint notify);

    [LibraryImport(Core, EntryPoint = "g_idle_add_full")]
    public static partial uint AddIdle(int priority, delegate* unmanaged<nint, int> callback, nint data, nint notify);

    [LibraryImport(Core, EntryPoint = "g_source_remove")]
    public static partial int RemoveSource(uint source);

    [LibraryImport(Core, EntryPoint = "g_free")]
    public static partial void Free(void* memory);

    [LibraryImport(Core, EntryPoint = "g_set_prgname", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetProgramName(string name);

    [LibraryImport(Core, EntryPoint = "g_error_free")]
    public static partial void FreeError(Error* error);

    [LibraryImport(Core, EntryPoint = "g_error_new_literal", StringMarshalling = StringMarshalling.Utf8)]
    public static partial Error* NewError(uint domain, int code, string message);

    [LibraryImport(Core, EntryPoint = "g_quark_from_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint Quark(string text);

    [LibraryImport(Core, EntryPoint = "g_bytes_new")]
    public static partial nint NewBytes(byte* data, nuint size);

    [LibraryImport(Core, EntryPoint = "g_bytes_get_data")]
    public static partial byte* GetBytesData(nint bytes, nuint* size);

    [LibraryImport(Core, EntryPoint = "g_bytes_unref")]
    public static partial void UnrefBytes(nint bytes);

    [LibraryImport(Objects, EntryPoint = "g_object_ref")]
    public static partial nint Ref(nint instance);

    [LibraryImport(Objects, EntryPoint = "g_object_ref_sink")]
    public static partial nint RefSink(nint instance);

    [LibraryImport(Objects, EntryPoint = "g_object_unref")]
    public static partial void Unref(nint instance);

    [LibraryImport(Objects, EntryPoint = "g_object_new_with_properties")]
    public static partial nint NewObject(nuint type, uint count, byte** names, Value* values);

    [LibraryImport(Objects, EntryPoint = "g_value_init")]
    public static partial Value* InitValue(Value* value, nuint type);

    [LibraryImport(Objects, EntryPoint = "g_value_unset")]
    public static partial void UnsetValue(Value* value);

    [LibraryImport(Objects, EntryPoint = "g_value_set_object")]
    public static partial void SetObject(Value* value, nint instance);

    [LibraryImport(Objects, EntryPoint = "g_value_set_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetString(Value* value, string text);

    [LibraryImport(Objects, EntryPoint = "g_signal_connect_data", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nuint Connect(nint instance, string signal, void* callback, nint data, nint notify, int flags);

    /// <summary>Disconnects every callback of an object that has this data.</summary>
    public static void Disconnect(nint instance, nint data)
    {
        const int byData = 1 << 4;
        DisconnectMatched(instance, byData, 0, 0, 0, 0, data);
    }

    [LibraryImport(Objects, EntryPoint = "g_object_weak_ref")]
    public static partial void WatchEnd(nint instance, delegate* unmanaged<nint, nint, void> callback, nint data);

    [LibraryImport(Objects, EntryPoint = "g_signal_handlers_disconnect_matched")]
    private static partial uint DisconnectMatched(nint instance, int match, uint signal, uint detail, nint closure, nint function, nint data);

    [LibraryImport(Streams, EntryPoint = "g_memory_input_stream_new_from_bytes")]
    public static partial nint NewMemoryStream(nint bytes);

    [LibraryImport(Streams, EntryPoint = "g_unix_input_stream_new")]
    public static partial nint NewDescriptorStream(int descriptor, int closeDescriptor);

    [LibraryImport(Objects, EntryPoint = "g_type_name_from_instance")]
    public static partial byte* TypeName(nint instance);
}
