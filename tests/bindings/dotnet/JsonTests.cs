using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace Regelgraf.Tests
{
    internal static class JsonTests
    {
        [Test]
        internal static void WhatIsReadIsWrittenTheSame()
        {
            foreach (string text in new[] { "null", "true", "-1.5", "0.1", "1E+300", "\"\"", "[]", "{}", "[[],{},\"\"]", "{\"a b\":1,\"\":{\"__type\":\"x\",\"item\":[null]}}",
                                            "\"æøå 🏛 \\u0000\\u001f \\\" \\\\ /\"", "123456789" })
                Is.Equal(text, Json.Write(Json.Read(text)));
            Is.Equal("a\b\f\n\r\t/æ🏛\u0001", Json.Read(" \"a\\b\\f\\n\\r\\t\\/\\u00e6\\ud83c\\udfdb\\u0001\" \r\n\t"));
            Is.Equal(1.25e-3, ((IReadOnlyList<object>)Json.Read("[ 1.25e-3 , 2 ]"))[0]);
        }

        [Test]
        internal static IEnumerable<Case> WhatIsNoJsonIsRefused()
        {
            foreach (string text in new[] { "", " ", "nul", "tru", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u00g0\"",
                                            "[", "{", "1 2", "--1", "+", "[1", "{\"a\":1", "'a'" })
                yield return new Case(text, () => Is.Thrown<FormatException>(() => Json.Read(text)));
            yield return new Case("too deep", () => Is.Thrown<FormatException>(() => Json.Read(new string('[', 100000))));
        }

        [Test]
        internal static void NumbersHangOnNoCulture()
        {
            CultureInfo before = Thread.CurrentThread.CurrentCulture;
            Thread.CurrentThread.CurrentCulture = new CultureInfo("da-DK");
            try
            {
                Is.Equal("[1.5,1234567,0.1,-3]", Json.Write(new object[] { 1.5, 1234567, 0.1m, -3L }));
                Is.Equal(1.5, Json.Read("1.5"));
                Is.Equal("1.5–2.5", new Hours(1.5, 2, 2.5).ToString());
                Is.Ids("råd", Models.Small.WhoDecides("decide", "sag", facts: Models.Facts("amount", 1000.5)).Options.SelectMany(one => one.Holders));
                Is.Equal("2024-02-29", Models.Small.WhatBreaks("skema", date: new DateTime(2024, 2, 29)).Date);
            }
            finally
            {
                Thread.CurrentThread.CurrentCulture = before;
            }
        }

        [Test]
        internal static void WhatAQuestionCannotHold()
        {
            var around = new List<object>();
            around.Add(around);
            foreach (object value in new[] { new object(), double.NaN, float.PositiveInfinity, around, 'a', new Dictionary<int, int> { [1] = 2 } })
                Is.Thrown<ArgumentException>(() => Json.Write(value));
        }
    }
}
