using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;

namespace Regelgraf
{
    /// <summary>
    /// JSON as values: objects are IReadOnlyDictionary of string and object, arrays IReadOnlyList of object, numbers
    /// double, and string, bool and null. netstandard2.0 has no reader but one that goes by way of XML, which refuses
    /// control characters in texts and reads a key `__type` as its own.
    /// </summary>
    internal static class Json
    {
        /// <summary>What a JSON text says. Throws FormatException where it is none.</summary>
        internal static object Read(string text)
        {
            var reader = new Reader(text);
            object value = reader.Value(0);
            reader.End();
            return value;
        }

        internal static IReadOnlyDictionary<string, object> ReadObject(string text) =>
            (IReadOnlyDictionary<string, object>)Read(text);

        /// <summary>
        /// A JSON text of dictionaries by string, sequences, texts, numbers, bool, dates and null. Throws
        /// ArgumentException for anything else, and for numbers that JSON does not have.
        /// </summary>
        internal static string Write(object value)
        {
            var text = new StringBuilder();
            Write(text, value, 0);
            return text.ToString();
        }

        private const int Deepest = 512;  // of what is nested; the library itself reads less

        private static void Write(StringBuilder text, object value, int depth)
        {
            if (depth > Deepest) throw new ArgumentException("nested too deep for a question");
            string number = NumberOrNull(value);
            if (value == null) text.Append("null");
            else if (value is bool) text.Append((bool)value ? "true" : "false");
            else if (value is string) WriteText(text, (string)value);
            else if (number != null) text.Append(number);
            else if (Date.OfValue(value) is Date date) WriteText(text, date.Day);
            else if (value is IDictionary || value is IEnumerable<KeyValuePair<string, object>>) WriteObject(text, value, depth);
            else if (value is IEnumerable) WriteArray(text, (IEnumerable)value, depth);
            else throw new ArgumentException($"a question cannot hold a {value.GetType().Name}");
        }

        private static string NumberOrNull(object value)
        {
            if (value is double || value is float)
            {
                double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                if (double.IsNaN(number) || double.IsInfinity(number))
                    throw new ArgumentException("a question cannot hold a number that is not finite");
                return number.ToString("R", CultureInfo.InvariantCulture);
            }
            bool whole = value is int || value is long || value is uint || value is ulong || value is short || value is ushort ||
                         value is byte || value is sbyte || value is decimal;
            return whole ? ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture) : null;
        }

        private static void WriteObject(StringBuilder text, object value, int depth)
        {
            string between = "{";
            foreach (KeyValuePair<string, object> one in Entries(value))
            {
                text.Append(between);
                WriteText(text, one.Key);
                text.Append(':');
                Write(text, one.Value, depth + 1);
                between = ",";
            }
            text.Append(between == "{" ? "{}" : "}");
        }

        private static IEnumerable<KeyValuePair<string, object>> Entries(object value)
        {
            if (value is IEnumerable<KeyValuePair<string, object>> entries)
            {
                foreach (KeyValuePair<string, object> one in entries) yield return one;
                yield break;
            }
            foreach (DictionaryEntry one in (IDictionary)value)
            {
                if (!(one.Key is string)) throw new ArgumentException("a name in a question is no string");
                yield return new KeyValuePair<string, object>((string)one.Key, one.Value);
            }
        }

        private static void WriteArray(StringBuilder text, IEnumerable values, int depth)
        {
            string between = "[";
            foreach (object one in values)
            {
                text.Append(between);
                Write(text, one, depth + 1);
                between = ",";
            }
            text.Append(between == "[" ? "[]" : "]");
        }

        private static void WriteText(StringBuilder text, string value)
        {
            text.Append('"');
            foreach (char c in value)
            {
                if (c == '"' || c == '\\') text.Append('\\').Append(c);
                else if (c < ' ') text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                else text.Append(c);
            }
            text.Append('"');
        }

        private sealed class Reader
        {
            private readonly string text;
            private int at;

            internal Reader(string text)
            {
                this.text = text;
            }

            internal object Value(int depth)
            {
                if (depth > Deepest) throw Wrong();
                switch (Next())
                {
                    case '{': return Object(depth);
                    case '[': return Array(depth);
                    case '"': return Text();
                    case 't': return Word("true", true);
                    case 'f': return Word("false", false);
                    case 'n': return Word("null", null);
                    default: return Number();
                }
            }

            internal void End()
            {
                Space();
                if (at != text.Length) throw Wrong();
            }

            private object Object(int depth)
            {
                var found = new Dictionary<string, object>();
                ++at;
                for (char next = Next(); next != '}'; next = Next())
                {
                    if (found.Count > 0) Take(',');
                    if (Next() != '"') throw Wrong();
                    string name = Text();
                    Take(':');
                    found[name] = Value(depth + 1);
                }
                ++at;
                return new ReadOnlyDictionary<string, object>(found);
            }

            private object Array(int depth)
            {
                var found = new List<object>();
                ++at;
                for (char next = Next(); next != ']'; next = Next())
                {
                    if (found.Count > 0) Take(',');
                    found.Add(Value(depth + 1));
                }
                ++at;
                return found.AsReadOnly();
            }

            private string Text()
            {
                int from = ++at;
                while (at < text.Length && text[at] != '"' && text[at] != '\\') ++at;
                if (at < text.Length && text[at] == '"') return text.Substring(from, at++ - from);
                var found = new StringBuilder(text, from, at - from, 2 * (at - from) + 16);
                for (;; ++at)
                {
                    if (at >= text.Length) throw Wrong();
                    if (text[at] == '"') break;
                    found.Append(text[at] == '\\' ? Escape() : text[at]);
                }
                ++at;
                return found.ToString();
            }

            private char Escape()
            {
                if (++at >= text.Length) throw Wrong();
                switch (text[at])
                {
                    case '"': case '\\': case '/': return text[at];
                    case 'b': return '\b';
                    case 'f': return '\f';
                    case 'n': return '\n';
                    case 'r': return '\r';
                    case 't': return '\t';
                    case 'u':
                        if (at + 4 >= text.Length || !ushort.TryParse(text.Substring(at + 1, 4), NumberStyles.AllowHexSpecifier,
                                                                      CultureInfo.InvariantCulture, out ushort code)) throw Wrong();
                        at += 4;
                        return (char)code;
                    default: throw Wrong();
                }
            }

            private object Number()
            {
                int from = at;
                while (at < text.Length && "+-.eE0123456789".IndexOf(text[at]) >= 0) ++at;
                if (!double.TryParse(text.Substring(from, at - from), NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
                    throw Wrong();
                return number;
            }

            private object Word(string word, object value)
            {
                if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) throw Wrong();
                at += word.Length;
                return value;
            }

            private void Take(char wanted)
            {
                if (Next() != wanted) throw Wrong();
                ++at;
            }

            private char Next()
            {
                Space();
                return at < text.Length ? text[at] : throw Wrong();
            }

            private void Space()
            {
                while (at < text.Length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) ++at;
            }

            private FormatException Wrong() => new FormatException($"no JSON at character {at + 1}");
        }
    }
}
