using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Regelgraf.Tests
{
    internal static class LifetimeTests
    {
        private static void InThreads(int count, Action<int> work)
        {
            var failures = new List<Exception>();
            Thread[] threads = Enumerable.Range(0, count).Select(i => new Thread(() =>
            {
                try
                {
                    work(i);
                }
                catch (Exception error)
                {
                    lock (failures) failures.Add(error);
                }
            })).ToArray();
            foreach (Thread thread in threads) thread.Start();
            foreach (Thread thread in threads) thread.Join();
            Is.Equal("", string.Join("\n", failures));
        }

        [Test]
        internal static IEnumerable<Case> ADisposedModelIsSaidToBe()
        {
            Model model = Model.FromText(Models.SmallText);
            Breaks breaks = model.WhatBreaks("skema");
            IReadOnlyList<string> ids = model.Ids;
            model.Dispose();
            model.Dispose();
            yield return new Case("what was answered stays", () =>
            {
                Is.Ids("pligt", breaks.Broken);
                Is.Equal(8, ids.Count);
                Is.Equal("Model, closed", model.ToString());
            });
            foreach (Action use in new Action[] { () => model.Id.ToString(), () => model.Digest.ToString(), () => model.Count.ToString(), () => model.Ids.ToString(),
                                                  () => model.Contains("skema"), () => model.Ask("{}"), () => model.WhatBreaks("skema"), () => model.Check(),
                                                  () => model.WhoDecides("decide", "sag"), () => model.WhoDecides("decide", Target.Kle("27.36")),
                                                  () => model.May("chef", "decide", "sag"), () => model.Why("skema"), () => model.WhatIfSession(),
                                                  () => model.Draft(), () => model.ToJson(), () => Models.Small.Diff(model) })
                yield return new Case("use", () => Is.Thrown<ObjectDisposedException>(use));
        }

        [Test]
        internal static void ChildrenOutliveTheirParents()
        {
            Model model = Model.FromText(Models.SmallText);
            WhatIfSession session = model.WhatIfSession();
            Draft draft = model.Draft();
            model.Dispose();
            Collect();
            session.Remove("skema");
            Is.Ids("pligt", session.Fallen);
            using (Model again = draft.Freeze())
            {
                draft.Dispose();
                session.Dispose();
                session.Dispose();
                Is.Equal(8, again.Count);
            }
        }

        [Test]
        internal static void WhatIsForgottenIsFreed()
        {
            List<WeakReference> handles = Forget();
            Is.Equal(250, handles.Count);
            for (int i = 0; i < 20 && handles.Count(one => one.IsAlive) > 25; ++i) Collect();
            int left = handles.Count(one => one.IsAlive);
            Is.True(left <= 25, $"most were freed, that ({left} of 250 are left)");  // Mono takes what looks like an address for one
            Is.Equal(8, Models.Small.Count);
        }

        /// <summary>Handles of models, sessions, drafts, reviews and stores that nobody disposed of; such a reference dies after the finalizer.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static List<WeakReference> Forget()
        {
            var handles = new List<WeakReference>();
            InThreads(1, unused =>  // a stack that is gone afterwards
            {
                for (int i = 0; i < 50; ++i)
                {
                    Model model = Model.FromText(Models.SmallText);
                    WhatIfSession session = model.WhatIfSession();
                    Draft draft = model.Draft();
                    session.Remove("skema");
                    draft.Remove("g");
                    Review review = Review.Begin(model, "{\"id\": \"r\"}");
                    Store store = Store.Init(":memory:");
                    foreach (object owner in new object[] { model, session, draft, review, store })
                        handles.Add(new WeakReference(owner.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
                                                                     .Select(field => field.GetValue(owner)).OfType<NativeHandle>().Single(), true));
                }
            });
            return handles;
        }

        private static void Collect()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }

        [Test]
        internal static void ModelsCloseInAnyOrder()
        {
            Model[] models = Enumerable.Range(0, 6).Select(_ => Model.FromText(Models.SmallText)).ToArray();
            Breaks[] answers = models.Select(model => model.WhatBreaks("skema")).ToArray();
            foreach (int i in new[] { 3, 0, 5, 3, 1, 2, 4, 0 }) models[i].Dispose();
            Is.Equal(1, answers.Distinct().Count());
        }

        [Test]
        internal static void EightThreadsAskOneModel()
        {
            Model odder = Models.Odder;
            string[] some = odder.Ids.Skip(40).Take(25).ToArray();
            Func<string> everything = () => string.Join("\n", some.Select(
                id => odder.WhatBreaks(id).Json + odder.Why(id).Json + odder.Contains(id) + odder.ElementJson(id) +
                      odder.WhoDecides("repeal", id, facts: Models.Facts("amount", 5)).Json + odder.May("socialchef", "repeal", id).Json));
            string alone = everything();
            InThreads(8, unused => Is.True(everything() == alone, "the same in each thread, that it is"));
        }

        [Test]
        internal static void DisposingWhileOthersAskPullsNothingAway()
        {
            for (int round = 0; round < 20; ++round)
            {
                Model model = Model.FromText(Models.SmallText);
                using (var together = new Barrier(8))
                    InThreads(8, i =>
                    {
                        together.SignalAndWait();
                        if (i == 0) model.Dispose();
                        for (int k = 0; k < 20; ++k)
                        {
                            try
                            {
                                Is.Ids("pligt", model.WhatBreaks("skema").Broken);
                                Is.Equal("lille", model.Id);
                            }
                            catch (ObjectDisposedException)
                            {
                                return;
                            }
                        }
                    });
            }
        }
    }
}
