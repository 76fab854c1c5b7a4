using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Detail = System.Collections.Generic.IReadOnlyDictionary<string, object>;

namespace Regelgraf.Tests
{
    internal static class StoreTests
    {
        private static Dictionary<string, object> Rule(string id, params string[] needs)
        {
            Dictionary<string, object> rule = Models.Facts("id", id, "kind", "rule", "instrument", "procedure");
            if (needs.Length > 0) rule["needs"] = needs;
            return rule;
        }

        private static Dictionary<string, object> Change(int minute, params object[] more)
        {
            Dictionary<string, object> change = Models.Facts(more);
            change["regelgraf_change"] = 1;
            change["by"] = "sekretariatet";
            change["why"] = "prøve";
            change["at"] = new DateTime(2026, 1, 1, 10, minute, 0, DateTimeKind.Utc);
            return change;
        }

        /// <summary>A store with two states, at a path that is not plain.</summary>
        private static void WithStore(Action<Store, string> work) => Models.InFolder(folder =>
        {
            string path = Path.Combine(folder, "æøå.db");
            using (Store store = Store.Init(path))
            {
                Dictionary<string, object> head = Models.Facts("id", "m", "name", Models.Facts("da", "Ærø"));
                store.Commit(Change(0, "head", head, "put", new[] { Rule("r") }));
                store.Commit(Change(1, "put", Rule("s", "r"), "decision", Models.Facts("text", "Byrådet", "element", "r")));
                work(store, path);
            }
        });

        [Test]
        internal static void EachStateIsThereForEver() => WithStore((store, path) =>
        {
            Is.Equal(2L, store.State);
            Is.Ids("sekretariatet sekretariatet", store.Log().Select(one => (string)one["by"]));
            Is.Ids("2", store.Log(element: "s").Select(one => one["state"].ToString()));
            Is.Ids("2", store.Log(after: 1).Select(one => one["state"].ToString()));
            AsOf then;
            using (Store reader = Store.Open(path, true))
            {
                then = reader.Model("2026-06-01", new DateTimeOffset(2026, 1, 1, 11, 0, 30, TimeSpan.FromHours(1)));
                Is.Equal("1 2026-06-01 1", $"{then.State} {then.ValidOn} {then.Entry["added"]}");
                using (Model now = reader.Model().Model) Is.True(!then.Model.Contains("s") && now.Contains("s"));
            }
            using (then.Model) Is.Ids("r", then.Model.WhatBreaks("r", date: then.ValidOn).Removed);  // it outlives its store
            var decision = (Detail)store.Entry(2)["decision"];
            Is.True((string)decision["text"] == "Byrådet" && (string)decision["element"] == "r");
            Is.Ids("s", store.Diff(1, 2).Elements.Select(one => one.Id));
            Is.Ids("s", store.Diff(1).Elements.Select(one => one.Id));
            Is.Ids("id instrument kind needs", ((IReadOnlyList<object>)store.Blame("s")["fields"]).Select(field => (string)((Detail)field)["field"]));
            Is.Thrown<UnknownElementException>(() => store.Blame("x"));
            Is.Thrown<UnknownElementException>(() => store.Entry(3));
            Is.Thrown<UnknownElementException>(() => store.ModelOf(3));
            Is.Thrown<InvalidQuestionException>(() => store.ModelOf(-1));
            Is.Thrown<InvalidQuestionException>(() => store.Model("i dag"));
        });

        [Test]
        internal static void ADayIsTheWholeOfItAndAMomentIsOne() => WithStore((store, path) =>
        {
            store.Commit(new Dictionary<string, object>(Change(0, "put", Rule("t"))) { ["at"] = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero).AddTicks(7) });
            store.Commit(new Dictionary<string, object>(Change(0, "put", Rule("u"))) { ["at"] = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc).AddTicks(5000000) });
            Is.Equal("2026-01-02T00:00:00.5Z", store.Entry()["at"]);
            Func<Date, long> at = by =>
            {
                AsOf found = store.Model(recordedBy: by);
                using (found.Model) return found.State;
            };
            Is.Equal(2L, at("2026-01-01"));
            Is.Equal(2L, at(new DateTime(2026, 1, 1)));
            Is.Equal(4L, at(new DateTime(2026, 1, 2)));
            Is.Equal(3L, at(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)));
            Is.Equal(3L, at(new DateTimeOffset(2026, 1, 2, 1, 0, 0, 250, TimeSpan.FromHours(1))));
            Is.Equal(4L, at(new DateTime(2026, 1, 2, 0, 0, 0, 500, DateTimeKind.Utc)));
            Is.Equal(1L, at("2026-01-01T10:00:59Z"));
            Is.Equal("recorded_by", Is.Thrown<InvalidQuestionException>(() => at(new DateTime(2026, 1, 1, 10, 0, 0))).At, "a time without a zone");
            Is.Equal("recorded_by", Is.Thrown<UnknownElementException>(() => at("2025-12-31")).At);
        });

        [Test]
        internal static void WhatIsNotRecordedSaysWhy() => WithStore((store, path) =>
        {
            var other = new Dictionary<string, object>(Rule("s", "r")) { ["note"] = "x" };
            ConflictException conflict = Is.Thrown<ConflictException>(() => store.Commit(Change(2, "base", 1, "put", other)));
            Is.Equal("element s base InvalidQuestion", $"{string.Join(",", conflict.Conflicts)} {conflict.At} {conflict.Status}");
            Is.In("element s", conflict.Message);
            Is.Ids("s", Is.Thrown<InvalidModelException>(() => store.Commit(Change(2, "end", new[] { "r" }))).Findings.Select(one => one.Element));
            Is.Thrown<InvalidQuestionException>(() => store.Commit(Change(0, "put", Rule("t"))));  // before the newest
            Is.Thrown<InvalidQuestionException>(() => store.Commit("{\"regelgraf_change\": 1}"));
            Is.Thrown<PersonalDataException>(() => store.Commit(new Dictionary<string, object>(Change(2, "put", Rule("t"))) { ["by"] = "010190-1234" }));
            Is.Thrown<InvalidModelException>(() => store.Commit("{}"));
            Is.Ids("at", Is.Thrown<InvalidModelException>(() => store.Commit(new Dictionary<string, object>(Change(2)) { ["at"] = "2026-01-01" })).Findings.Select(one => one.Field));
            Is.Thrown<ArgumentNullException>(() => store.Commit((string)null));
            Is.Equal(2L, store.State);
        });

        [Test]
        internal static void LayersAreLookedForWhereOptionsSay() => Models.InFolder(folder =>
        {
            var layers = new Dictionary<string, object> { ["land"] = "{\"regelgraf\": 1, \"model\": {\"id\": \"land\"}, \"elements\": [{\"id\": \"lov\", \"kind\": \"rule\", \"instrument\": \"act\"}]}" };
            Dictionary<string, object> change = Change(0, "head", Models.Facts("id", "by", "extends", new[] { "land" }), "put", Rule("r"));
            using (Store store = Store.Init(":memory:"))
            {
                Is.Thrown<InvalidModelException>(() => store.Commit(change));
                store.Commit(change, new LoadOptions { Layers = layers });
                store.Commit(Change(1, "put", Rule("s")));  // from now on the store has it
                using (Model model = store.ModelOf()) Is.Ids("lov r s", model.Ids);
            }
        });

        [Test]
        internal static void VerifyBackupExport() => WithStore((store, path) =>
        {
            string noted = (string)store.Entry()["hash"];
            Is.Equal(true, store.Verify(2, noted)["whole"]);
            Detail wrong = store.Verify(2, new string('0', 64));
            Is.Equal("False 1 2 its hash is not the one that was noted", $"{wrong["whole"]} {wrong["entries"]} {wrong["state"]} {wrong["what"]}");
            string copied = Path.Combine(Path.GetDirectoryName(path), "kopi.db");
            store.Backup(copied);
            using (Store copy = Store.Open(copied)) Is.Equal(store.Export(), copy.Export());
            using (Store other = Store.Init(":memory:"))
            {
                Is.Equal(2L, other.Import(store.Export()));
                Is.Equal(0L, other.Import(store.Export()));
                Is.Thrown<InvalidModelException>(() => other.Import("{}"));
                using (var source = new CancellationTokenSource())
                {
                    source.Cancel();
                    Is.Thrown<OperationCanceledException>(() => other.Verify(cancellationToken: source.Token));
                    Is.Thrown<OperationCanceledException>(() => other.ModelOf(1, source.Token));
                    Is.Thrown<OperationCanceledException>(() => other.Diff(1, 2, cancellationToken: source.Token));
                    Is.Thrown<OperationCanceledException>(() => other.Commit(Change(2, "put", Rule("t")), new LoadOptions { CancellationToken = source.Token }));
                }
                Is.Equal(2L, other.State);
            }
        });

        [Test]
        internal static void AReviewIsKeptAndTakenUpAgain() => WithStore((store, path) =>
        {
            using (Review review = ReviewTests.Whole())
            {
                var document = Models.Facts("kind", "review", "id", "2026", "document", Json.ReadObject(review.ToJson()));
                store.Commit(Change(3, "documents", new[] { document }));
                Is.Equal(review.ToJson(), store.Document("2026"));
                using (Review again = Review.Read(store.Document("2026"))) Is.Equal(true, again.Status(Models.Odder)["closed"]);
            }
            Is.Thrown<UnknownElementException>(() => store.Document("2026", "2026-01-01T10:02:00Z"));
        });

        [Test]
        internal static void AHostFollows() => WithStore((store, path) =>
        {
            var told = new List<Detail>();
            Is.Equal(2L, store.Follow(told.Add, 2));
            Is.Equal(0, told.Count);
            int thread = 0;
            Task<Detail> other = Task.Run(() =>
            {
                Thread.Sleep(100);
                using (Store writer = Store.Open(path)) return writer.Commit(Change(4, "put", Rule("t")));
            });
            Is.Equal(3L, store.Follow(entry =>
            {
                thread = Thread.CurrentThread.ManagedThreadId;
                GC.Collect();
                Is.Equal(3L, store.State);  // it may ask, meanwhile
                told.Add(entry);
            }, 2, TimeSpan.FromMinutes(1)));
            Is.Equal(other.Result["hash"], told.Single()["hash"]);
            Is.Equal(Thread.CurrentThread.ManagedThreadId, thread);
            using (var source = new CancellationTokenSource(100))
            {
                OperationCanceledException ended = Is.Thrown<OperationCanceledException>(() => store.Follow(told.Add, 3, TimeSpan.FromMinutes(1), source.Token));
                Is.True(ended.CancellationToken == source.Token);
            }
            Is.Equal("mine 3", Is.Thrown<DivideByZeroException>(() => store.Follow(entry => throw new DivideByZeroException("mine " + entry["state"]), 0)).Message);
            Is.Equal(1, told.Count);
            Is.Thrown<ArgumentNullException>(() => store.Follow(null));
            Is.Thrown<InvalidArgumentException>(() => store.Follow(told.Add, 3, TimeSpan.FromSeconds(-1)));
        });

        [Test]
        internal static void TroubleHasAWord() => WithStore((store, path) =>
        {
            string folder = Path.GetDirectoryName(path), foreign = Path.Combine(folder, "fremmed.db");
            Func<Action, string> trouble = act => Is.Thrown<UnreadableException>(act).At;
            Is.Equal("missing", trouble(() => Store.Open(Path.Combine(folder, "ingen.db"))));
            Is.True(!File.Exists(Path.Combine(folder, "ingen.db")), "nothing was made, that");
            File.WriteAllText(foreign, "ikke en database");
            Is.Equal("foreign", trouble(() => Store.Open(foreign)));
            Is.Equal("foreign", trouble(() => Store.Init(foreign)));
            Is.Equal("ikke en database", File.ReadAllText(foreign));
            Is.Equal("foreign", trouble(() => Store.Init(path)));
            using (Store reader = Store.Open(path, true)) Is.Equal("read_only", trouble(() => reader.Commit(Change(2, "put", Rule("t")))));
            Is.Equal(2L, store.State);
            Is.Thrown<InvalidArgumentException>(() => Store.Open(path, false, TimeSpan.FromSeconds(-1)));
            Is.Thrown<ArgumentNullException>(() => Store.Open(null));
        });

        [Test]
        internal static IEnumerable<Case> AClosedStoreIsSaidToBe()
        {
            Store store = Store.Init(":memory:");
            store.Commit(Change(0, "head", Models.Facts("id", "m"), "put", Rule("r")));
            Model model = store.ModelOf();
            store.Dispose();
            store.Dispose();
            yield return new Case("its models stay", () =>
            {
                using (model) Is.Ids("r", model.Ids);
            });
            foreach (Action use in new Action[] { () => store.State.ToString(), () => store.Log(), () => store.Entry(), () => store.Model(), () => store.ModelOf(1), () => store.Diff(1),
                                                  () => store.Blame("r"), () => store.Document("x"), () => store.Verify(), () => store.Backup("x"), () => store.Export(),
                                                  () => store.Import(""), () => store.Follow(entry => { }), () => store.Commit(Change(1, "put", Rule("s"))) })
                yield return new Case("use", () => Is.Thrown<ObjectDisposedException>(use));
        }

        [Test]
        internal static void ThreadsShareAStore() => WithStore((store, path) =>
        {
            Task[] tasks = Enumerable.Range(0, 4).Select(i => Task.Run(() =>
            {
                for (int k = 0; k < 10; ++k)
                    if (i == 0) store.Commit(Change(5 + k, "put", Rule("t" + k)));
                    else using (Model model = store.ModelOf()) Is.True(model.Contains("s") && store.Log(2).Count <= 10);
            })).ToArray();
            Task.WaitAll(tasks);
            Is.Equal(12L, store.State);
        });
    }
}
