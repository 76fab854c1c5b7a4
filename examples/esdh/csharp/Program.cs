using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Regelgraf;

namespace Esdh
{
    /// <summary>The command line, as that of the Python program: esdh.exe --db cases.db --model odder.json COMMAND ...</summary>
    internal static class Program
    {
        private const string Usage =
            "usage: esdh --db DB (--model MODEL | --rules STORE) [--today YYYY-MM-DD] [--user LOGIN] COMMAND\n" +
            "  setup STAFF | open CASE TITLE --power P --target T [--unit U] [--party NAME] [--cpr CPR] |\n" +
            "  facts CASE NAME=VALUE... | disqualify CASE LOGIN REASON | who CASE | note CASE [--answer N] |\n" +
            "  involve CASE INVOLVEMENT BODY [--done RESULT] |\n" +
            "  decide CASE --answer N --by LOGIN:POST... --outcome TEXT [--notice] | again CASE [--answer N] |\n" +
            "  queue [POST] | show CASE | log";

        private static readonly string[] Flags = { "--notice" };
        private static TextWriter output, error;

        private static int Main(string[] arguments)
        {
            output = Utf8(Console.OpenStandardOutput());
            error = Utf8(Console.OpenStandardError());
            try
            {
                var given = new Given(arguments, Flags);
                if (given.Has("--model") == given.Has("--rules")) throw new UsageException("one of --model and --rules is needed");
                if (given.Command != "setup" && !File.Exists(given["--db"])) throw new UsageException("no file " + given["--db"]);
                // The library reads no calendar: the day is ours to give.
                DateTime today = given.Has("--today") ? given.Day("--today") : DateTime.Today;
                using (Store store = Store.Open(given["--db"]))
                using (Regelgraf.Store rules = given.Has("--rules") ? Regelgraf.Store.Open(given["--rules"]) : null)
                {
                    AsOf recorded = rules?.Model(today);
                    using (Model model = recorded?.Model ?? Model.Open(given["--model"])) Run(given, store, model, today, rules, recorded);
                }
                return 0;
            }
            catch (RefusedException why)
            {
                error.WriteLine("Afvist: " + why.Message);
                return 1;
            }
            catch (UsageException why)
            {
                error.WriteLine("esdh: " + why.Message + "\n" + Usage);
                return 2;
            }
            catch (RegelgrafException why)
            {
                error.WriteLine("esdh: " + Whole(why));
                return 2;
            }
            catch (Exception why) when (why is DbException || why is IOException || why is UnauthorizedAccessException ||
                                        why is LibraryException)
            {
                error.WriteLine("esdh: " + why.Message);
                return 2;
            }
            catch (Exception why)  // status 1 is a refusal's and nothing else's
            {
                error.WriteLine(why);
                return 3;
            }
        }

        /// <summary>The message with the part of the question that it is about.</summary>
        internal static string Whole(RegelgrafException why) => why.At == "" ? why.Message : why.At + ": " + why.Message;

        private static TextWriter Utf8(Stream stream) =>
            new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };

        private static void Run(Given given, Store store, Model model, DateTime today, Regelgraf.Store rules, AsOf recorded)
        {
            if (given.Command == "setup")
            {
                Setup(store, model, given.Next());
                return;
            }
            if (store.ItsVersion != Store.Version) throw new RefusedException("Filen er ikke sagssystemets database: kør setup.");
            var cases = new Cases(store, model, today, given.Or("--user", ""), recorded);
            switch (given.Command)
            {
                case "open":
                    string opened = given.Next();
                    cases.Open(opened, given.Next(), given["--power"], given["--target"], given.Or("--unit"), given.Or("--party"),
                               given.Or("--cpr"));
                    output.WriteLine("Sag " + opened + " er oprettet.");
                    break;
                case "facts":
                    cases.GiveFacts(given.Next(), given.Rest().Select(one => Pair(one, '=')).ToList());
                    output.WriteLine("Noteret.");
                    break;
                case "disqualify":
                    cases.Disqualify(given.Next(), given.Next(), given.Next());
                    output.WriteLine("Noteret.");
                    break;
                case "who":
                    KeyValuePair<long, JournalNote> answer = cases.Ask(given.Next());
                    PrintAnswer(cases, answer.Key, answer.Value, model.Digest);
                    break;
                case "note":
                    output.Write(cases.NoteOf(given.Next(), given.LongOrNull("--answer")));
                    break;
                case "involve":
                    cases.Involve(given.Next(), given.Next(), given.Next(), given.Or("--done"));
                    output.WriteLine("Noteret.");
                    break;
                case "decide":
                    string decided = given.Next();
                    List<Signer> by = given.All("--by").Select(one => Pair(one, ':'))
                        .Select(one => new Signer { Login = one.Key, Post = one.Value }).ToList();
                    string effective = cases.Decide(decided, given.Long("--answer"), by, given["--outcome"], given.Has("--notice"));
                    output.WriteLine("Sag " + decided + " er afgjort og virker fra " + effective + ".");
                    break;
                case "again":
                    if (rules == null) throw new RefusedException("Giv lageret af regler (--rules).");
                    Tuple<long, long, bool> again = cases.Again(given.Next(), given.LongOrNull("--answer"), rules);
                    output.WriteLine("Svar " + again.Item1 + " blev givet på reglernes tilstand " + again.Item2 + ".");
                    output.WriteLine(again.Item3 ? "Det samme svar i dag på de regler." : "De regler giver i dag et andet svar.");
                    break;
                case "queue":
                    PrintQueue(store, cases, Cases.Day(today), given.NextOr(null));
                    break;
                case "show":
                    PrintCase(store, given.Next());
                    break;
                case "log":
                    foreach (Row row in store.Rows("SELECT day, login, ifnull(case_no, '-'), action, text FROM log ORDER BY id"))
                        output.WriteLine(string.Join(" ", row.All));
                    break;
                default:
                    throw new UsageException("no command " + given.Command);
            }
        }

        private static KeyValuePair<string, string> Pair(string text, char separator)
        {
            int at = text.IndexOf(separator);
            if (at < 1) throw new UsageException("expected A" + separator + "B");
            return new KeyValuePair<string, string>(text.Substring(0, at), text.Substring(at + 1));
        }

        private static void Setup(Store store, Model model, string staff)
        {
            string[] lines = File.ReadAllLines(staff, Encoding.UTF8);
            string schema = File.ReadAllText(Path.Combine(AppDomain.CurrentDomain.BaseDirectory, "schema.sql"), Encoding.UTF8);
            store.Transaction(() =>
            {
                if (store.ItsVersion != 0) throw new RefusedException("Databasen findes allerede.");
                store.Create(schema);
                foreach (string[] one in lines.Skip(1).Select(line => line.Split(';')))
                {
                    store.Run("INSERT OR IGNORE INTO staff VALUES (@1, @2)", one[0], one[1]);
                    store.Run("INSERT OR IGNORE INTO posts VALUES (@1, @2)", one[2], one[3]);
                    store.Run("INSERT INTO staff_posts VALUES (@1, @2, @3)", one[0], one[2], one[4]);
                }
                // An actor that the model does not have may do nothing, and nobody would be told why.
                foreach (Row row in store.Rows("SELECT post FROM posts ORDER BY post"))
                    if (!model.Contains(row.Text("post")))
                        throw new RefusedException("Modellen kender ikke posten " + row.Text("post") + ".");
            });
            output.WriteLine("Databasen er klar.");
        }

        private static void PrintAnswer(Cases cases, long number, JournalNote note, string digest)
        {
            IReadOnlyDictionary<string, object> said = Cases.Said(note);
            output.WriteLine("Svar " + number + " (" + note.Date + ", model " + digest.Substring(0, 12) + ")");
            output.WriteLine("  " + said["answer"]);
            output.WriteLine("  " + note.AgendaLine);
            foreach (string one in note.ToAsk) output.WriteLine("  Spørg om: " + one);
            foreach (var one in Cases.Details(said, "involve"))
            {
                // The library knows nothing of what has been sent: where we have, ours is the date that counts.
                var involvement = (IReadOnlyDictionary<string, object>)one["involvement"];
                var body = one.ContainsKey("body") ? (IReadOnlyDictionary<string, object>)one["body"] : null;
                Row there = body == null ? null
                    : cases.Involvement((string)said["case_no"], (string)involvement["id"], (string)body["id"]);
                if (there == null)
                    output.WriteLine("  Inddrag: " + one["text"] + " (" + involvement["id"] + ")");
                else
                    output.WriteLine("  Inddraget: " + body["name"] + ", sendt " + there.Text("sent_on") +
                                     (there.Text("done_on") == null ? "" : ", svar " + there.Text("done_on")) +
                                     " (" + involvement["id"] + ")");
            }
            foreach (var one in Cases.Details(said, "also")) output.WriteLine("  Kræver også: " + one["text"]);
            foreach (string one in note.Warnings) output.WriteLine("  Advarsel: " + one);
        }

        private static void PrintQueue(Store store, Cases cases, string day, string only)
        {
            Dictionary<string, List<KeyValuePair<string, string>>> first = cases.Queue();
            Dictionary<string, List<string>> later = cases.MayTake();
            output.WriteLine("Kø " + day);
            foreach (Row row in store.Rows("SELECT post, name FROM posts UNION ALL SELECT '', 'Ingen post her' ORDER BY post DESC"))
            {
                string post = row.Text("post");
                if ((only != null && only != post) || !(first.ContainsKey(post) || later.ContainsKey(post))) continue;
                output.WriteLine(row.Text("name"));
                if (first.ContainsKey(post))
                    foreach (KeyValuePair<string, string> one in first[post])
                        output.WriteLine("  " + one.Key + " " + store.Value("SELECT title FROM cases WHERE case_no = @1", one.Key) + ": " +
                                         one.Value);
                if (later.ContainsKey(post)) output.WriteLine("  kan også tage: " + string.Join(", ", later[post]));
            }
            if (only != null) return;
            foreach (Row row in store.Rows("SELECT case_no, involvement, body FROM to_follow ORDER BY case_no, involvement, body"))
                output.WriteLine("Efter afgørelsen mangler: " + row[0] + " " + row[1] + " hos " + row[2]);
        }

        private static void PrintCase(Store store, string caseNo)
        {
            Row found = store.Row("SELECT * FROM cases LEFT JOIN parties USING (case_no) WHERE case_no = @1", caseNo);
            if (found == null) throw new RefusedException("Sagen findes ikke.");
            output.WriteLine("Sag " + caseNo + ": " + found.Text("title"));
            output.WriteLine("  Spørgsmål: " + found.Text("power") + " " + found.Text("target") +
                             (found.Text("unit") == null ? "" : ", " + found.Text("unit")));
            output.WriteLine("  Oprettet: " + found.Text("opened_on") + " " + found.Text("opened_by"));
            if (found.Text("name") != null) output.WriteLine("  Part: " + found.Text("name"));

            Action<string, string> each = (line, sql) =>
            {
                foreach (Row row in store.Rows(sql, caseNo))
                    output.WriteLine("  " + string.Format(CultureInfo.InvariantCulture, line, row.All));
            };
            each("Oplysning: {0} = {1} ({2} {3})",
                 "SELECT name, value, given_on, given_by FROM facts WHERE case_no = @1 ORDER BY id");
            each("Inhabil: {0}: {1} ({2} {3})",
                 "SELECT login, reason, noted_on, noted_by FROM disqualified WHERE case_no = @1 ORDER BY login");
            each("Svar {0}: {1} ({2}, model {3}, udgaver {4})",
                 "SELECT id, verdict, asked_on, substr(model_digest, 1, 12)," +
                 " (SELECT group_concat(key || ' ' || atom, ', ') FROM (SELECT key, atom FROM json_tree(a.editions)" +
                 "   WHERE path LIKE '%.editions' ORDER BY path, key))" +
                 " FROM answers a WHERE case_no = @1 ORDER BY id");
            each("Inddraget: {0} hos {1}, sendt {2}{3}",
                 "SELECT involvement, body, sent_on, ifnull(', svar ' || done_on || ': ' || result, '')" +
                 " FROM involvements WHERE case_no = @1 ORDER BY involvement, body");
            each("Afgjort: {0} (svar {1}, {2}, virker fra {3})",
                 "SELECT outcome, answer, decided_on, effective_on FROM decisions WHERE case_no = @1");
            each("  af {0} som {1}", "SELECT login, post FROM deciders WHERE case_no = @1 ORDER BY post");
            each("  efter {0}",
                 "SELECT ifnull((SELECT group_concat(json_extract(l.value, '$.grant'), ' > ')" +
                 "   FROM json_each(d.authority, '$.chain') l), 'reglen selv: den, der har lavet den')" +
                 " FROM decisions d WHERE case_no = @1");
            each("Efter afgørelsen mangler: {0} hos {1}",
                 "SELECT involvement, body FROM to_follow WHERE case_no = @1 ORDER BY involvement, body");
        }
    }

    /// <summary>Used in a way that the program does not have.</summary>
    internal sealed class UsageException : Exception
    {
        internal UsageException(string message) : base(message) { }
    }

    /// <summary>What the command line gives: options with a value, flags, the command and what follows it.</summary>
    internal sealed class Given
    {
        private readonly Dictionary<string, List<string>> options = new Dictionary<string, List<string>>();
        private readonly Queue<string> words = new Queue<string>();

        internal Given(string[] arguments, string[] flags)
        {
            for (int i = 0; i < arguments.Length; ++i)
            {
                string one = arguments[i];
                if (!one.StartsWith("--", StringComparison.Ordinal))
                {
                    words.Enqueue(one);
                    continue;
                }
                if (!options.ContainsKey(one)) options[one] = new List<string>();
                if (flags.Contains(one)) continue;
                if (++i == arguments.Length) throw new UsageException(one + " needs a value");
                options[one].Add(arguments[i]);
            }
            Command = Next();
        }

        internal string Command { get; }

        internal bool Has(string name) => options.ContainsKey(name);
        internal string this[string name] => Or(name) ?? throw new UsageException(name + " is missing");
        internal string Or(string name, string otherwise = null) => Has(name) ? options[name].Last() : otherwise;

        internal List<string> All(string name) => Has(name) ? options[name] : throw new UsageException(name + " is missing");

        internal long Long(string name) =>
            long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                ? number : throw new UsageException(name + " is no number");

        internal long? LongOrNull(string name) => Has(name) ? Long(name) : (long?)null;

        internal DateTime Day(string name) =>
            DateTime.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
                ? day : throw new UsageException(name + " is no day");

        internal string Next() => words.Count > 0 ? words.Dequeue() : throw new UsageException("something is missing");
        internal string NextOr(string otherwise) => words.Count > 0 ? words.Dequeue() : otherwise;

        internal IEnumerable<string> Rest()
        {
            if (words.Count == 0) throw new UsageException("something is missing");
            while (words.Count > 0) yield return words.Dequeue();
        }
    }
}
