// What a call costs from .NET: rg_may on a question made before, through P/Invoke with a SafeHandle.
// Overhead.exe MODEL ACTOR POWER TARGET [SECONDS]

using System;
using System.Diagnostics;
using System.Globalization;

namespace Regelgraf
{
    internal static class Overhead
    {
        private static void Check(Native.Status status, IntPtr error)
        {
            if (status != Native.Status.Ok) throw RegelgrafException.Take(status, error);
        }

        private static int Main(string[] arguments)
        {
            if (arguments.Length < 4)
            {
                Console.Error.WriteLine("usage: Overhead.exe MODEL ACTOR POWER TARGET [SECONDS]");
                return 2;
            }
            Library.Check();
            return Measure(arguments);
        }

        private static int Measure(string[] arguments)
        {
            double seconds = arguments.Length > 4 ? double.Parse(arguments[4], CultureInfo.InvariantCulture) : 0.5, best = double.MaxValue;
            long calls = 0;
            const int batch = 1000;
            byte[] actor = Utf8.Ended(arguments[1], "actor"), path = Utf8.Bytes(arguments[0], "path");
            Check(Native.rg_model_open(path, Utf8.Size(path), new LoadOptionsHandle(), out ModelHandle model, out IntPtr error), error);
            Check(Native.rg_question_new(model, Utf8.Ended(arguments[2], "power"), Utf8.Ended(arguments[3], "target"),
                                         out QuestionHandle question, out error), error);
            for (int pass = 0; pass < 5; ++pass)  // the least of five, as overhead.c
            {
                var watch = Stopwatch.StartNew();
                long done = 0;
                do
                {
                    for (int i = 0; i < batch; ++i) Check(Native.rg_may(question, actor, out Native.Permission _, out error), error);
                    done += batch;
                } while (watch.Elapsed.TotalSeconds < seconds / 5);
                best = Math.Min(best, watch.Elapsed.TotalSeconds / done);
                calls += done;
            }
            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "dotnet: {0:F0} ns a call, {1} calls", best * 1e9, calls));
            question.Dispose();
            model.Dispose();
            return 0;
        }
    }
}
