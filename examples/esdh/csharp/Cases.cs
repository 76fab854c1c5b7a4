using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Mono.Data.Sqlite;
using Regelgraf;

namespace Esdh
{
    /// <summary>May not be done; says why in Danish, one reason a line. Never repeats what a fact says.</summary>
    internal sealed class RefusedException : Exception
    {
        internal RefusedException(string message, Exception why = null) : base(message, why) { }
    }

    /// <summary>The question that a case puts today: as it is asked, and as it is stored.</summary>
    internal sealed class Question
    {
        internal string Power, Target, Unit;
        internal DateTime Day;
        internal Dictionary<string, object> Facts;
        internal List<string> Disqualified;
        internal string FactsStored, DisqualifiedStored;
    }

    /// <summary>A person and the post they act as.</summary>
    internal struct Signer
    {
        internal string Login, Post;
    }

    /// <summary>From a case to a decision: the case system, on one day, for one person who is logged in.</summary>
    internal sealed class Cases
    {
        private static readonly Regex Number = new Regex("^-?(0|[1-9][0-9]{0,14})(,[0-9]{1,6})?\\z", RegexOptions.CultureInvariant);
        private static readonly Regex LikeANumber = new Regex("^-?[0-9.,]+\\z", RegexOptions.CultureInvariant);

        private readonly Store store;
        private readonly Model model;
        private readonly AsOf recorded;
        private readonly DateTime today;
        private readonly string day;
        private readonly string login;

        /// <summary>`recorded`: where the model is of a store of rules, its state; else null.</summary>
        internal Cases(Store store, Model model, DateTime today, string login, AsOf recorded)
        {
            this.store = store;
            this.model = model;
            this.recorded = recorded;
            this.today = today;
            this.login = login;
            day = Day(today);
        }

        internal static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        // ---- what changes a case ----

        /// <summary>Open a case. Its party is kept beside it and is in no question.</summary>
        internal void Open(string caseNo, string title, string power, string target, string unit, string name, string cpr)
        {
            Change(caseNo, "opret", () =>
            {
                if (store.Row("SELECT 1 FROM cases WHERE case_no = @1", caseNo) != null)
                    throw new RefusedException("Sagen findes allerede.");
                // Whatever the model does not know is found now, not on the day of the decision.
                model.JournalNote(power, target, unit: unit, date: today, caseNo: caseNo);
                store.Run("INSERT INTO cases VALUES (@1, @2, @3, @4, @5, @6, @7)", caseNo, title, power, target, unit, day, login);
                if (!string.IsNullOrEmpty(name)) store.Run("INSERT INTO parties VALUES (@1, @2, @3)", caseNo, name, cpr);
                Log(caseNo, "opret", title);
            });
        }

        /// <summary>Note facts as a person writes them; an empty one is taken back.</summary>
        internal void GiveFacts(string caseNo, IEnumerable<KeyValuePair<string, string>> facts)
        {
            Change(caseNo, "oplys", () =>
            {
                Undecided(caseNo);
                foreach (KeyValuePair<string, string> one in facts)
                {
                    string value = Fact(one.Value);
                    string name = NameOfFact(caseNo, one.Key, value);
                    store.Run("INSERT INTO facts (case_no, name, value, given_on, given_by) VALUES (@1, @2, @3, @4, @5)",
                              caseNo, name, value, day, login);
                    Log(caseNo, "oplys", name);
                }
            });
        }

        /// <summary>Note that a person is disqualified (inhabil) in the case; they may note it of themselves.</summary>
        internal void Disqualify(string caseNo, string whom, string reason)
        {
            Change(caseNo, "inhabil", () =>
            {
                Undecided(caseNo);
                Person(whom);
                if (IsDisqualified(caseNo, whom)) throw new RefusedException("Inhabiliteten er allerede noteret: " + whom + ".");
                store.Run("INSERT INTO disqualified VALUES (@1, @2, @3, @4, @5)", caseNo, whom, reason, day, login);
                Log(caseNo, "inhabil", whom);
            }, whom == login);
        }

        /// <summary>Ask who decides, and keep the answer with its note: the answer's number, and the note.</summary>
        internal KeyValuePair<long, JournalNote> Ask(string caseNo)
        {
            return Change(caseNo, "spørg", () =>
            {
                Undecided(caseNo);
                Question asked = QuestionOf(caseNo);
                Decision decision = WhoDecides(asked);
                JournalNote note = Note(asked, null, caseNo, today);
                string verdict = decision.Verdict.ToString().ToLowerInvariant();
                store.Run("INSERT INTO answers (case_no, asked_on, asked_by, facts, disqualified, model_id, model_digest, editions," +
                          " verdict, answer, note, store_state, store_hash)" +
                          " VALUES (@1, @2, @3, @4, @5, @6, @7, json_extract(@8, '$.note.layers'), @9, @10, @11, @12, @13)",
                          caseNo, day, login, asked.FactsStored, asked.DisqualifiedStored, model.Id, model.Digest, note.Json, verdict,
                          decision.Json, note.Text, recorded?.State, recorded?.Entry["hash"]);
                long answer = store.LastId;
                Log(caseNo, "spørg", "svar " + answer + ": " + verdict);
                return new KeyValuePair<long, JournalNote>(answer, note);
            });
        }

        /// <summary>Note that a body has been asked, or with a result that it has said its word.</summary>
        internal void Involve(string caseNo, string involvement, string body, string result)
        {
            Change(caseNo, "inddrag", () =>
            {
                Case(caseNo);
                if (!AskedFor(caseNo).Contains(Tuple.Create(involvement, body)))
                    throw new RefusedException("Svaret beder ikke om at inddrage " + body + " efter " + involvement + ".");
                Row there = Involvement(caseNo, involvement, body);
                if (there != null && (there.Text("done_on") != null || result == null))
                    throw new RefusedException("Inddragelsen er allerede noteret: " + body + ", " + involvement + ".");
                if (there == null)
                    store.Run("INSERT INTO involvements (case_no, involvement, body, sent_on, sent_by) VALUES (@1, @2, @3, @4, @5)",
                              caseNo, involvement, body, day, login);
                if (result != null)
                    store.Run("UPDATE involvements SET done_on = @4, done_by = @5, result = @6" +
                              " WHERE case_no = @1 AND involvement = @2 AND body = @3",
                              caseNo, involvement, body, day, login, result);
                Log(caseNo, "inddrag", body + ", " + involvement + ": " + (result == null ? "sendt" : "sket"));
            });
        }

        /// <summary>
        /// Decide the case on an answer, by persons as their posts; the day it takes effect. All of it is one transaction: nothing
        /// that is checked here can change before it is written.
        /// </summary>
        internal string Decide(string caseNo, long answer, IList<Signer> by, string outcome, bool byNotice)
        {
            return Change(caseNo, "afgør", () =>
            {
                Undecided(caseNo);
                Question asked = QuestionOf(caseNo);
                StillHolds(caseNo, answer, asked);
                MayAct(caseNo, by);
                // The answer still holds, so this is the same answer again.
                Decision decision = WhoDecides(asked);
                var posts = new HashSet<string>(by.Select(one => one.Post));
                int used = OptionFor(decision, posts, byNotice);
                if (used < 0) throw new RefusedException(string.Join("\n", WhyNot(asked, decision, posts, byNotice)));
                Option option = decision.Options[used];
                List<string> waits = WaitsFor(caseNo, option);
                if (waits.Count > 0)
                    throw new RefusedException(string.Join("\n", waits.Select(one => "Mangler før afgørelsen: " + one + ".")));
                string effective = Day(today.AddMonths((int)(option.Notice ?? 0)));
                store.Run("INSERT INTO decisions SELECT case_no, id, @1, @2, @3, json_extract(answer, @4), @5 FROM answers WHERE id = @6",
                          day, effective, outcome, "$.options[" + used + "]", login, answer);
                foreach (Signer one in by)
                    store.Run("INSERT INTO deciders VALUES (@1, @2, @3)", caseNo, one.Post, one.Login);
                Log(caseNo, "afgør", "svar " + answer + ": " + string.Join(", ", by.Select(one => one.Login + " som " + one.Post)));
                return effective;
            });
        }

        // ---- what only looks ----

        /// <summary>The case-file note as it was made, of the last answer or the one given.</summary>
        internal string NoteOf(string caseNo, long? answer)
        {
            Case(caseNo);
            object note = store.Value("SELECT note FROM answers WHERE case_no = @1 AND (id = @2 OR @2 IS NULL) ORDER BY id DESC",
                                      caseNo, answer);
            return (string)note ?? throw new RefusedException("Sagen har ikke det svar.");
        }

        /// <summary>
        /// Ask once more what was asked then, of the rules as they were recorded then: the answer's number, the state of the rules,
        /// and whether the same answer comes out. For a complaint or an audit, years later.
        /// </summary>
        internal Tuple<long, long, bool> Again(string caseNo, long? answer, Regelgraf.Store rules)
        {
            Case(caseNo);
            Row row = store.Row("SELECT a.*, c.power, c.target, c.unit FROM answers a JOIN cases c USING (case_no)" +
                                " WHERE case_no = @1 AND (id = @2 OR @2 IS NULL) ORDER BY id DESC", caseNo, answer);
            if (row == null) throw new RefusedException("Sagen har ikke det svar.");
            long state = row.Number("store_state") ?? throw new RefusedException("Svaret er ikke givet på et lager af regler.");
            if (state > rules.State || (string)rules.Entry(state)["hash"] != row.Text("store_hash"))
                throw new RefusedException("Lageret er et andet end det, svaret blev givet på: tilstand " + state + " er ikke den samme.");
            using (Model then = rules.ModelOf(state))
            {
                Decision decision = WhoDecides(Asked(row, DateOf(row.Text("asked_on"))), then);
                bool same = decision.Json == row.Text("answer") && then.Digest == row.Text("model_digest");
                return Tuple.Create(row.Number("id").Value, state, same);
            }
        }

        /// <summary>
        /// By post the open cases that are first its own, each with what it waits for. Under "" the cases that no post here can
        /// take: somebody must see them all the same.
        /// </summary>
        internal Dictionary<string, List<KeyValuePair<string, string>>> Queue()
        {
            var queue = new Dictionary<string, List<KeyValuePair<string, string>>>();
            var posts = new HashSet<string>(store.Rows("SELECT post FROM posts").Select(row => row.Text("post")));
            foreach (string caseNo in OpenCases())
            {
                Question asked = QuestionOf(caseNo);
                Option first = WhoDecides(asked).Options.FirstOrDefault();
                List<string> ours = first == null ? new List<string>() : first.Holders.Where(posts.Contains).ToList();
                string state = State(caseNo, asked, ours.Count > 0 ? first : null);
                foreach (string post in ours.DefaultIfEmpty(""))
                {
                    if (!queue.ContainsKey(post)) queue[post] = new List<KeyValuePair<string, string>>();
                    queue[post].Add(new KeyValuePair<string, string>(caseNo, state));
                }
            }
            return queue;
        }

        /// <summary>By post the open cases it may decide, alone and now, though they are first somebody else's.</summary>
        internal Dictionary<string, List<string>> MayTake()
        {
            var higher = new Dictionary<string, List<string>>();
            foreach (string caseNo in OpenCases())
                foreach (Option option in WhoDecides(QuestionOf(caseNo)).Options.Skip(1))
                {
                    if (option.Jointly != 1 || option.DependsOn.Count > 0 || option.Notice != null) continue;
                    string post = option.Holders[0];
                    if (!higher.ContainsKey(post)) higher[post] = new List<string>();
                    if (!higher[post].Contains(caseNo)) higher[post].Add(caseNo);
                }
            return higher;
        }

        /// <summary>What has been noted of a body's involvement; null: nothing.</summary>
        internal Row Involvement(string caseNo, string involvement, string body) =>
            store.Row("SELECT * FROM involvements WHERE case_no = @1 AND involvement = @2 AND body = @3", caseNo, involvement, body);

        // ---- the checks ----

        /// <summary>One transaction; what is refused leaves nothing but a line in the log.</summary>
        private T Change<T>(string caseNo, string action, Func<T> work, bool ofSelf = false)
        {
            try
            {
                return store.Transaction(() =>
                {
                    Person(login);
                    // Who is disqualified may not decide, take part or otherwise assist.
                    if (!ofSelf && IsDisqualified(caseNo, login))
                        throw new RefusedException(login + " er inhabil i sagen og må ikke medvirke.");
                    return work();
                });
            }
            catch (Exception why) when (Refusal(why) != null)
            {
                string reason = Refusal(why);
                store.Transaction(() => Log(caseNo, action + " afvist", reason.Replace("\n", " ")));
                throw new RefusedException(reason, why);
            }
        }

        private void Change(string caseNo, string action, Action work, bool ofSelf = false) => Change(caseNo, action, () =>
        {
            work();
            return 0;
        }, ofSelf);

        private void Case(string caseNo)
        {
            if (store.Row("SELECT 1 FROM cases WHERE case_no = @1", caseNo) == null) throw new RefusedException("Sagen findes ikke.");
        }

        private bool Decided(string caseNo) => store.Row("SELECT 1 FROM decisions WHERE case_no = @1", caseNo) != null;

        private void Undecided(string caseNo)
        {
            Case(caseNo);
            if (Decided(caseNo)) throw new RefusedException("Sagen er afgjort.");
        }

        private void Person(string whom)
        {
            if (store.Row("SELECT 1 FROM staff WHERE login = @1", whom) == null) throw new RefusedException("Brugeren findes ikke.");
        }

        private bool IsDisqualified(string caseNo, string whom) =>
            store.Row("SELECT 1 FROM disqualified WHERE case_no = @1 AND login = @2", caseNo, whom) != null;

        /// <summary>What a person wrote, as JSON. 18.000 is eighteen thousand to some and eighteen to others.</summary>
        private string Fact(string text)
        {
            if (text == "") return "null";
            if (text == "ja") return "true";
            if (text == "nej") return "false";
            if (Number.IsMatch(text)) return text.Replace(',', '.');
            if (LikeANumber.IsMatch(text))
                throw new RefusedException("Skriv tal uden tusindtalsseparator: 18000 eller 18000,50.");
            return (string)store.Value("SELECT json_quote(@1)", text);
        }

        /// <summary>
        /// The model's own name for a fact, which people may call by an alias: under two names it would be two facts here. And a
        /// name that the model does not know would count for nothing, silently.
        /// </summary>
        private string NameOfFact(string caseNo, string name, string value)
        {
            Question asked = QuestionOf(caseNo);
            if (value == "null")
            {
                if (!asked.Facts.ContainsKey(name)) throw new RefusedException("Sagen har ingen oplysning med det navn.");
                return name;
            }
            asked.Facts = FactsOf("{" + (string)store.Value("SELECT json_quote(@1)", name) + ":" + value + "}");
            foreach (var fact in Details(Said(Note(asked)), "facts"))
                if ((string)fact["source"] == "given") return (string)fact["fact"];
            throw new RefusedException("Modellen kender ingen oplysning med det navn.");
        }

        private Question QuestionOf(string caseNo)
        {
            Row row = store.Row("SELECT * FROM questions WHERE case_no = @1", caseNo);
            if (row == null) throw new RefusedException("Sagen findes ikke.");
            return Asked(row, today);
        }

        private Question Asked(Row row, DateTime day)
        {
            return new Question
            {
                Power = row.Text("power"),
                Target = row.Text("target"),
                Unit = row.Text("unit"),
                Day = day,
                Facts = FactsOf(row.Text("facts")),
                Disqualified = store.Rows("SELECT value FROM json_each(@1)", row.Text("disqualified"))
                                    .Select(one => (string)one[0]).ToList(),
                FactsStored = row.Text("facts"),
                DisqualifiedStored = row.Text("disqualified"),
            };
        }

        private Dictionary<string, object> FactsOf(string json)
        {
            var facts = new Dictionary<string, object>();
            foreach (Row row in store.Rows("SELECT key, type, atom FROM json_each(@1)", json))
            {
                string type = row.Text("type");
                facts[row.Text("key")] = type == "true" ? true : type == "false" ? (object)false : row[2];
            }
            return facts;
        }

        private Decision WhoDecides(Question asked, Model then = null) =>
            (then ?? model).WhoDecides(asked.Power, asked.Target, unit: asked.Unit, date: asked.Day, facts: asked.Facts,
                                       disqualified: asked.Disqualified);

        private JournalNote Note(Question asked, string actor = null, string caseNo = null, DateTime? made = null) =>
            model.JournalNote(asked.Power, asked.Target, actor: actor, caseNo: caseNo, made: made, unit: asked.Unit, date: asked.Day,
                              facts: asked.Facts, disqualified: asked.Disqualified);

        /// <summary>An answer holds for the model, the facts, the disqualified and the day that it was given for.</summary>
        private void StillHolds(string caseNo, long answer, Question now)
        {
            Row row = store.Row("SELECT * FROM answers WHERE id = @1 AND case_no = @2", answer, caseNo);
            if (row == null) throw new RefusedException("Sagen har ikke det svar.");
            var moved = new List<string>();
            if (row.Text("model_digest") != model.Digest) moved.Add("modellen");
            if (row.Text("facts") != now.FactsStored) moved.Add("oplysningerne");
            if (row.Text("disqualified") != now.DisqualifiedStored) moved.Add("de inhabile");
            if (row.Text("asked_on") != day) moved.Add("dagen");
            if (moved.Count > 0)
                throw new RefusedException("Svar " + answer + " gælder ikke længere. Ændret siden: " + string.Join(", ", moved) +
                                           ". Spørg igen.");
        }

        /// <summary>What the library cannot know: who holds which post, and whether one person stands for two.</summary>
        private void MayAct(string caseNo, IList<Signer> by)
        {
            foreach (Signer one in by)
            {
                Person(one.Login);
                if (store.Row("SELECT 1 FROM staff_posts WHERE login = @1 AND post = @2", one.Login, one.Post) == null)
                    throw new RefusedException(one.Login + " kan ikke handle som " + one.Post + ".");
                if (IsDisqualified(caseNo, one.Login))
                    throw new RefusedException(one.Login + " er inhabil i sagen og må ikke medvirke.");
            }
            if (by.Select(one => one.Login).Distinct().Count() < by.Count || by.Select(one => one.Post).Distinct().Count() < by.Count)
                throw new RefusedException("De, der afgør sagen sammen, skal være forskellige personer med hver sin post.");
        }

        /// <summary>
        /// The place of the first option with which exactly these posts may decide, with nothing unknown; else -1. To end a rule by
        /// notice is something else than to repeal it at once, and must be asked for.
        /// </summary>
        private static int OptionFor(Decision decision, HashSet<string> posts, bool byNotice)
        {
            for (int i = 0; i < decision.Options.Count; ++i)
            {
                Option option = decision.Options[i];
                if (option.DependsOn.Count > 0 || (option.Notice != null) != byNotice) continue;
                if (posts.IsSubsetOf(option.Holders) && posts.IsSupersetOf(option.Must) && posts.Count >= option.Jointly) return i;
            }
            return -1;
        }

        /// <summary>The involvements before the decision that are not over. Whoever agrees decides, too.</summary>
        private List<string> WaitsFor(string caseNo, Option option)
        {
            var waits = new List<string>();
            foreach (var one in option.Involve)
            {
                string involvement = (string)one["involvement"], how = (string)one["how"];
                if ((string)one["timing"] != "before" || how == "agree") continue;
                if (!one.ContainsKey("body"))
                {
                    waits.Add(involvement + ", og modellen kan ikke sige hos hvem");
                    continue;
                }
                string what = involvement + " hos " + one["body"];
                Row row = Involvement(caseNo, involvement, (string)one["body"]);
                if (row == null)
                {
                    waits.Add(what);
                    continue;
                }
                DateTime over = DateOf(row.Text("sent_on")).AddDays(one["days"] as double? ?? 0);
                if (today < over) waits.Add(what + ", tidligst overstået " + Day(over));
                else if (row.Text("done_on") == null && how != "consult")  // a hearing is met by asking
                    waits.Add(what + ", der ikke har svaret");
            }
            return waits;
        }

        internal static DateTime DateOf(string day) => DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        /// <summary>Why these posts may not decide: the library's own words.</summary>
        private List<string> WhyNot(Question asked, Decision decision, HashSet<string> posts, bool byNotice)
        {
            var lines = new List<string>();
            JournalNote note = null;
            foreach (string post in posts.OrderBy(one => one, StringComparer.Ordinal))
            {
                note = Note(asked, post);
                lines.Add((string)((IReadOnlyDictionary<string, object>)Said(note)["may"])["text"]);
            }
            lines.Add(note.AgendaLine);
            lines.AddRange(note.ToAsk.Select(one => "Spørg om: " + one));
            if (!byNotice && OptionFor(decision, posts, true) >= 0)
                lines.Add("En opsigelse med varsel skal siges som det (--notice).");
            return lines;
        }

        /// <summary>Which involvements, of which body, the case needs now.</summary>
        private HashSet<Tuple<string, string>> AskedFor(string caseNo)
        {
            if (Decided(caseNo))
                return new HashSet<Tuple<string, string>>(
                    store.Rows("SELECT involvement, body FROM to_follow WHERE case_no = @1", caseNo)
                         .Select(row => Tuple.Create(row.Text("involvement"), row.Text("body"))));
            return new HashSet<Tuple<string, string>>(
                WhoDecides(QuestionOf(caseNo)).Options.SelectMany(option => option.Involve)
                    .Where(one => (string)one["timing"] == "before" && one.ContainsKey("body"))
                    .Select(one => Tuple.Create((string)one["involvement"], (string)one["body"])));
        }

        private string State(string caseNo, Question asked, Option option)
        {
            if (option == null) return Note(asked).AgendaLine;
            if (option.DependsOn.Count > 0) return "spørg om: " + string.Join("; ", Note(asked).ToAsk);
            List<string> waits = WaitsFor(caseNo, option);
            if (waits.Count > 0) return "afventer " + string.Join("; ", waits);
            if (option.Jointly == 1) return "kan afgøres";
            IEnumerable<string> names = option.Holders.Select(
                one => (string)store.Value("SELECT name FROM posts WHERE post = @1", one) ?? one);
            return "kan afgøres, " + option.Jointly + " sammen: " + string.Join(", ", names);
        }

        private IEnumerable<string> OpenCases() =>
            store.Rows("SELECT case_no FROM cases WHERE case_no NOT IN (SELECT case_no FROM decisions) ORDER BY case_no")
                 .Select(row => row.Text("case_no"));

        // A number that is no case's is not repeated: it may be anything.
        private void Log(string caseNo, string action, string text) =>
            store.Run("INSERT INTO log (day, login, case_no, action, text)" +
                      " VALUES (@1, @2, (SELECT case_no FROM cases WHERE case_no = @3), @4, @5)", day, login, caseNo, action, text);

        /// <summary>What went wrong, for the person at the screen; null: it was no refusal.</summary>
        private static string Refusal(Exception why)
        {
            if (why is RefusedException) return why.Message;
            if (why is PersonalDataException)
                return "Noget ligner et CPR-nummer. Personoplysninger hører ikke til i et spørgsmål.";
            if (why is WrongTypeException) return "Oplysningen er af en anden type i modellen.";
            if (why is RegelgrafException) return "Modellen: " + Program.Whole((RegelgrafException)why);
            if (why is SqliteException && ((SqliteException)why).ErrorCode == SQLiteErrorCode.Constraint)
                return "Databasen tager det ikke imod: et felt må ikke have den værdi.";
            return null;
        }

        /// <summary>The fields of a note.</summary>
        internal static IReadOnlyDictionary<string, object> Said(JournalNote note) =>
            (IReadOnlyDictionary<string, object>)note.ToDictionary()["note"];

        internal static IEnumerable<IReadOnlyDictionary<string, object>> Details(IReadOnlyDictionary<string, object> said, string name) =>
            ((IEnumerable<object>)said[name]).Cast<IReadOnlyDictionary<string, object>>();
    }
}
