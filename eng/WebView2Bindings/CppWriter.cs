using System.Text;

namespace WebView2Bindings;

/// <summary>Writes base classes for the tests' double: each method that the double does not override fails and is recorded.</summary>
internal static class CppWriter
{
    public static string Write(Header header)
    {
        var text = new StringBuilder("""
            // Written by eng/WebView2Bindings from WebView2.h of the package Microsoft.Web.WebView2. Do not edit.
            #pragma once
            #include "WebView2.h"

            // Records a call that the double does not know, and fails it with E_NOTIMPL.
            HRESULT NotInDouble(const char* method);


            """);
        foreach (var name in Selection.Called.Concat(Selection.Implemented))
            text.Append($"inline constexpr IID IIDof_{name} = {Initializer(header[name].Id)};\n");
        foreach (var name in Selection.Called)
        {
            text.Append($"\nstruct {name}Stub : {name}\n{{\n");
            foreach (var (owner, method) in header.Table(name))
            {
                var parameters = string.Join(", ", method.Parameters.Select(static parameter => $"{parameter.Type} {new string('*', parameter.Stars)}"));
                text.Append($"    HRESULT STDMETHODCALLTYPE {method.Name}({parameters}) override {{ return NotInDouble(\"{owner.Name}::{method.Name}\"); }}\n");
            }

            text.Append("};\n");
        }

        return text.ToString();
    }

    private static string Initializer(string id)
    {
        var hex = id.Replace("-", "", StringComparison.Ordinal);
        var bytes = string.Join(", ", Enumerable.Range(0, 8).Select(i => "0x" + hex.Substring(16 + (2 * i), 2)));
        return $"{{0x{hex[..8]}, 0x{hex[8..12]}, 0x{hex[12..16]}, {{{bytes}}}}}";
    }
}
