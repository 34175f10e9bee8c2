using System.Runtime.InteropServices;

namespace AuroraView.WebKit.Native;

/// <summary>What GLib's variadic and out-parameter calls become.</summary>
internal static unsafe class GObjects
{
    private const nuint TypeString = 16 << 2;
    private const nuint TypeObject = 20 << 2;

    /// <summary>Makes an object with construct properties that are objects or strings.</summary>
    public static nint New(nuint type, params (string Name, object Value)[] properties)
    {
        byte** names = stackalloc byte*[properties.Length];
        GLib.Value* values = stackalloc GLib.Value[properties.Length];
        for (int i = 0; i < properties.Length; i++)
        {
            names[i] = (byte*)Marshal.StringToCoTaskMemUTF8(properties[i].Name);
            values[i] = default;
            if (properties[i].Value is string text)
            {
                GLib.InitValue(&values[i], TypeString);
                GLib.SetString(&values[i], text);
            }
            else
            {
                GLib.InitValue(&values[i], TypeObject);
                GLib.SetObject(&values[i], (nint)properties[i].Value);
            }
        }
        nint made = GLib.NewObject(type, (uint)properties.Length, names, values);
        for (int i = 0; i < properties.Length; i++)
        {
            Marshal.FreeCoTaskMem((nint)names[i]);
            GLib.UnsetValue(&values[i]);
        }
        return made;
    }

    /// <summary>A C string of GLib's, which keeps it.</summary>
    public static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    /// <summary>The text of an error, which is freed.</summary>
    public static string Take(GLib.Error* error)
    {
        if (error is null)
            return "unknown error";
        string text = Text(error->Message);
        GLib.FreeError(error);
        return text;
    }

    /// <summary>The object behind a callback's data.</summary>
    public static T Target<T>(nint data) where T : class => (T)GCHandle.FromIntPtr(data).Target!;
}
