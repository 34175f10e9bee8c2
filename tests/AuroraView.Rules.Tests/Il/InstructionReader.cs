using System.Reflection;
using System.Reflection.Emit;

namespace AuroraView.Rules.Tests.Il;

/// <summary>Reads the instructions of a method's body (ECMA-335, partition III).</summary>
internal static class InstructionReader
{
    private const int TwoBytePrefix = 0xFE;

    private static readonly Dictionary<int, OpCode> s_codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value & 0xFFFF);

    internal static IEnumerable<Instruction> Read(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            int value = body[at++];
            if (value == TwoBytePrefix)
                value = (TwoBytePrefix << 8) | body[at++];
            var code = s_codes[value];
            var size = SizeOf(code, body, at);
            var operand = size switch
            {
                1 => (sbyte)body[at],
                2 => BitConverter.ToInt16(body, at),
                4 => BitConverter.ToInt32(body, at),
                8 => BitConverter.ToInt64(body, at),
                _ => 0L,
            };
            at += size;
            yield return new Instruction(code, operand);
        }
    }

    /// <summary>The number that an instruction loads, where it loads one that it carries itself.</summary>
    internal static long? LoadedNumber(Instruction instruction)
    {
        var value = instruction.Code.Value;
        if (value >= OpCodes.Ldc_I4_M1.Value && value <= OpCodes.Ldc_I4_8.Value)
            return value - OpCodes.Ldc_I4_0.Value;
        return instruction.Code == OpCodes.Ldc_I4 || instruction.Code == OpCodes.Ldc_I4_S ? instruction.Operand : null;
    }

    private static int SizeOf(OpCode code, byte[] body, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(body, at)),
        _ => 4,
    };
}
