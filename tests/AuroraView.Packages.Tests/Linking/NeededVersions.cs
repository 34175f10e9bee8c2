using System.Buffers.Binary;
using System.Text;

namespace AuroraView.Packages.Tests.Linking;

/// <summary>Reads from a 64-bit ELF file which versions it needs of which libraries (the section <c>.gnu.version_r</c>).</summary>
internal static class NeededVersions
{
    private const uint VersionNeeds = 0x6fff_fffe;

    /// <summary>Library and version, such as <c>libc.so.6</c> and <c>GLIBC_2.17</c>.</summary>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static IReadOnlyList<(string Library, string Version)> Of(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        if (file.Length < 64 || !file.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
            throw new InvalidDataException($"{path} is no little-endian 64-bit ELF file.");
        ulong sections = BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(0x28));
        int size = Short(0x3a), count = Short(0x3c);
        var found = new List<(string, string)>();
        for (int i = 0; i < count; i++)
        {
            int section = (int)sections + (i * size);
            if (Word(section + 4) == VersionNeeds)
                ReadNeeds(Offset(section), Offset((int)sections + ((int)Word(section + 0x28) * size)), (int)Word(section + 0x2c));
        }
        return found;

        void ReadNeeds(int need, int strings, int needs)
        {
            for (int n = 0; n < needs; n++, need += (int)Word(need + 12))
            {
                string library = Text(strings + (int)Word(need + 4));
                int version = need + (int)Word(need + 8);
                for (int v = 0; v < Short(need + 2); v++, version += (int)Word(version + 12))
                    found.Add((library, Text(strings + (int)Word(version + 8))));
            }
        }

        int Offset(int section) => (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(section + 0x18));
        uint Word(int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));
        int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));
        string Text(int at) => Encoding.ASCII.GetString(file.AsSpan(at, file.AsSpan(at).IndexOf((byte)0)));
    }
}
