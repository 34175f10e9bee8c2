using System.Buffers;

namespace AuroraView.Bridge;

/// <summary>
/// Looks over a script's tokens to choose how it is evaluated: where its last statement begins, whether it awaits, whether its
/// brackets close. No parser: what it guesses wrong the engine refuses before anything runs, and the next way is tried.
/// </summary>
internal ref struct ScriptScanner
{
    private const char TemplateHole = '$';

    private static readonly SearchValues<char> _lineEnds = SearchValues.Create("\n\r\u2028\u2029");
    private static readonly HashSet<string> _statementWords = new(StringComparer.Ordinal)
    {
        "var", "let", "const", "if", "for", "while", "do", "switch", "try", "throw", "function", "class", "return", "import", "export",
        "debugger", "break", "continue", "with", "else", "catch", "finally", "case", "default",
    };

    private static readonly HashSet<string> _blockWords = new(StringComparer.Ordinal)
    {
        "if", "for", "while", "switch", "try", "function", "class", "with", "do", "{", "async",
    };

    private static readonly HashSet<string> _continuingWords = new(StringComparer.Ordinal)
    {
        "in", "instanceof", "of", "else", "catch", "finally", "while",
    };

    private static readonly HashSet<string> _operatorWords = new(StringComparer.Ordinal)
    {
        "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "instanceof", "await", "yield", "else", "do",
    };

    private readonly string _text;
    private readonly Stack<char> _open = new();
    private int _at;
    private int _braces;
    private bool _sawLineEnd;
    private bool _isBroken;
    private bool _endsOperand;
    private bool _afterDot;
    private bool _atBoundary = true;
    private bool _maybeBoundary;
    private int _statements;
    private int _tailStart;
    private int _tailEnd;
    private string _firstWord = "";
    private bool _secondIsFunction;
    private int _tailTokens;
    private bool _isStrict;
    private bool _topAwait;
    private bool _innerAwait;
    private bool _async;
    private bool _return;

    private ScriptScanner(string text) => _text = text;

    public static ScriptScan Scan(string script)
    {
        var scanner = new ScriptScanner(script);
        scanner.Run();
        return new ScriptScan
        {
            IsBalanced = !scanner._isBroken && scanner._open.Count == 0,
            IsEmpty = scanner._statements == 0,
            TailStart = scanner._tailStart,
            TailEnd = Math.Clamp(scanner._tailEnd, scanner._tailStart, script.Length),
            IsSingle = scanner._statements == 1,
            TailIsExpression = scanner.TailIsExpression(),
            IsStrict = scanner._isStrict,
            HasTopLevelAwait = scanner._topAwait,
            HasInnerAwait = scanner._innerAwait,
            HasAsync = scanner._async,
            HasReturn = scanner._return,
        };
    }

    private readonly bool TailIsExpression() =>
        !_statementWords.Contains(_firstWord) && !(_firstWord == "async" && _secondIsFunction)
        && !(_firstWord == "{" && _statements > 1);

    private void Run()
    {
        while (_at < _text.Length && !_isBroken)
        {
            char c = _text[_at];
            if (_lineEnds.Contains(c))
            {
                _sawLineEnd = true;
                _at++;
            }
            else if (char.IsWhiteSpace(c) || c == '\ufeff') _at++;
            else if (c == '/' && Peek(1) == '/') SkipLine();
            else if (c == '/' && Peek(1) == '*') SkipComment();
            else if (c == ';' && _open.Count == 0) Separator();
            else Token(c);
        }
    }

    private readonly char Peek(int distance) => _at + distance < _text.Length ? _text[_at + distance] : '\0';

    private void SkipLine()
    {
        int length = _text.AsSpan(_at).IndexOfAny(_lineEnds);
        _at = length < 0 ? _text.Length : _at + length;
    }

    private void SkipComment()
    {
        int end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            _isBroken = true;
            return;
        }

        _sawLineEnd |= _text.AsSpan(_at, end - _at).ContainsAny(_lineEnds);
        _at = end + 2;
    }

    private void Separator()
    {
        _at++;
        _atBoundary = true;
        _endsOperand = false;
        _maybeBoundary = false;
    }

    private void Token(char c)
    {
        int start = _at;
        string word = IsWordStart(c) ? Word() : "";
        if (_open.Count == 0) NoteStatement(c, word, start);
        _sawLineEnd = false;
        bool wasDot = _afterDot;
        _afterDot = false;
        if (word.Length > 0) NoteWord(word, wasDot);
        else if (c is '"' or '\'') Quoted(c);
        else if (c == '`') Template();
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1)))) Number();
        else if (c is '(' or '[' or '{') Open(c);
        else if (c is ')' or ']' or '}') Close(c);
        else if (c == '/' && !_endsOperand) Regex();
        else Punctuator(c);
        if (_open.Count == 0) _tailEnd = _at;
    }

    private void NoteStatement(char c, string word, int start)
    {
        bool continues = word.Length > 0 ? _continuingWords.Contains(word) : Continues(c);
        bool isNext = _atBoundary || ((_maybeBoundary || (_sawLineEnd && _endsOperand)) && !continues);
        _maybeBoundary = false;
        if (!isNext)
        {
            if (++_tailTokens == 2) _secondIsFunction = word == "function";
            return;
        }

        _atBoundary = false;
        _statements++;
        _tailStart = start;
        _tailTokens = 1;
        _secondIsFunction = false;
        _endsOperand = false;
        _firstWord = word.Length > 0 ? word : c == '{' ? "{" : "";
        if (_statements == 1 && c is '"' or '\'')
            _isStrict = _text.AsSpan(start + 1).StartsWith("use strict", StringComparison.Ordinal) && start + 11 < _text.Length && _text[start + 11] == c;
    }

    // What may follow a line's end without beginning a statement; "++", "--", "!" and "~" begin one.
    private readonly bool Continues(char c) => c switch
    {
        '+' or '-' => Peek(1) != c,
        '!' => Peek(1) == '=',
        '"' or '\'' or '~' or '@' or '#' or '{' => false,
        _ => !char.IsAsciiDigit(c),
    };

    private void NoteWord(string word, bool isProperty)
    {
        _endsOperand = isProperty || !_operatorWords.Contains(word);
        if (isProperty) return;
        switch (word)
        {
            case "await" when _braces == 0: _topAwait = true; break;
            case "await": _innerAwait = true; break;
            case "async": _async = true; break;
            case "return" when _braces == 0: _return = true; break;
        }
    }

    private void Open(char c)
    {
        _open.Push(c);
        if (c == '{') _braces++;
        _endsOperand = false;
        _at++;
    }

    private void Close(char c)
    {
        char opened = _open.Count == 0 ? '\0' : _open.Pop();
        bool isHole = opened == TemplateHole && c == '}';
        if (!isHole && (opened, c) is not (('(', ')') or ('[', ']') or ('{', '}')))
        {
            _isBroken = true;
            return;
        }

        _at++;
        if (isHole)
        {
            TemplateText();
            return;
        }

        // After a block a regular expression is likelier than a division.
        _endsOperand = c != '}';
        if (c != '}') return;
        _braces--;
        _endsOperand = _open.Count == 0;
        _maybeBoundary = _open.Count == 0 && _blockWords.Contains(_firstWord);
        if (_maybeBoundary) _endsOperand = false;
    }

    private void Punctuator(char c)
    {
        bool isStep = (c == '+' && Peek(1) == '+') || (c == '-' && Peek(1) == '-');
        _at += isStep ? 2 : 1;
        _afterDot = c == '.';
        if (!isStep) _endsOperand = false;
    }

    private void Quoted(char quote)
    {
        for (_at++; _at < _text.Length; _at++)
        {
            char c = _text[_at];
            if (c == '\\') _at += Peek(1) == '\r' && Peek(2) == '\n' ? 2 : 1;
            else if (c is '\n' or '\r') break;
            else if (c == quote)
            {
                _at++;
                _endsOperand = true;
                return;
            }
        }

        _isBroken = true;
    }

    private void Template()
    {
        _at++;
        TemplateText();
    }

    private void TemplateText()
    {
        for (; _at < _text.Length; _at++)
        {
            char c = _text[_at];
            if (c == '\\') _at++;
            else if (c == '`')
            {
                _at++;
                _endsOperand = true;
                return;
            }
            else if (c == '$' && Peek(1) == '{')
            {
                _at += 2;
                _open.Push(TemplateHole);
                _endsOperand = false;
                return;
            }
        }

        _isBroken = true;
    }

    private void Regex()
    {
        bool inClass = false;
        for (_at++; _at < _text.Length && !_lineEnds.Contains(_text[_at]); _at++)
        {
            char c = _text[_at];
            if (c == '\\') _at++;
            else if (c == '[') inClass = true;
            else if (c == ']') inClass = false;
            else if (c == '/' && !inClass)
            {
                _at++;
                while (_at < _text.Length && char.IsAsciiLetter(_text[_at])) _at++;
                _endsOperand = true;
                return;
            }
        }

        _isBroken = true;
    }

    private void Number()
    {
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '.' or '_')) _at++;
        _endsOperand = true;
    }

    private static bool IsWordStart(char c) => char.IsLetter(c) || c is '_' or '$' or '\\' || char.IsSurrogate(c);

    private string Word()
    {
        int start = _at;
        while (_at < _text.Length && (IsWordStart(_text[_at]) || char.IsDigit(_text[_at]) || _text[_at] is '\u200c' or '\u200d')) _at++;
        return _text[start.._at];
    }
}
