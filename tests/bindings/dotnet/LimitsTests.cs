using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace Regelgraf.Tests
{
    internal static class LimitsTests
    {
        private sealed class Looking : IProgress<Progress>
        {
            private readonly Action<Progress> look;

            internal Looking(Action<Progress> look)
            {
                this.look = look;
            }

            public void Report(Progress now) => look(now);
        }

        [Test]
        internal static void AnotherThreadEndsACall()
        {
            using (var source = new CancellationTokenSource())
            {
                source.CancelAfter(50);
                OperationCanceledException error = Is.Thrown<OperationCanceledException>(() => Models.Chain.Rank(cancellationToken: source.Token));
                Is.True(error.CancellationToken == source.Token && error.InnerException is CancelledException);
                Is.Equal(Status.Cancelled, ((CancelledException)error.InnerException).Status);
            }
        }

        [Test]
        internal static void ATokenCancelledBeforeEndsAnyCall()
        {
            using (var source = new CancellationTokenSource())
            {
                CancellationToken token = source.Token;
                Is.True(Models.Small.Rank(cancellationToken: token).Complete);
                source.Cancel();
                Is.Thrown<OperationCanceledException>(() => Models.Small.Rank(cancellationToken: token));
                Is.Thrown<OperationCanceledException>(() => Models.Small.WhatMay("chef", cancellationToken: token));
                Is.Thrown<OperationCanceledException>(() => Models.Small.Ask("{\"ask\": \"why\", \"element\": \"skema\"}", token));
                Is.Thrown<OperationCanceledException>(() => Models.Small.Diff(Models.Odder, cancellationToken: token));
                Is.Thrown<OperationCanceledException>(() => Model.FromText(Models.SmallText, new LoadOptions { CancellationToken = token }));
                using (Draft draft = Models.Small.Draft()) Is.Thrown<OperationCanceledException>(() => draft.Freeze(token));
            }
        }

        [Test]
        internal static void NoTimeIsNotComplete()
        {
            var watch = Stopwatch.StartNew();
            Is.True(!Models.Chain.Rank(deadline: TimeSpan.Zero).Complete && !Models.Chain.Rank(deadline: TimeSpan.FromMilliseconds(50)).Complete);
            Is.True(watch.Elapsed < TimeSpan.FromSeconds(30), "less than half a minute");
            Is.Thrown<CancelledException>(() => Models.Small.Ask("{\"ask\": \"why\", \"element\": \"skema\"}", deadline: TimeSpan.Zero));
            Is.Thrown<CancelledException>(() => Model.FromText(Models.SmallText, new LoadOptions { Deadline = TimeSpan.Zero }));
            Is.Thrown<InvalidArgumentException>(() => Models.Small.Rank(deadline: TimeSpan.FromSeconds(-1)));
            Is.True(Models.Small.Rank(deadline: TimeSpan.FromHours(1)).Complete);
        }

        [Test]
        internal static void ProgressIsToldInTheCallingThread()
        {
            var seen = new List<Progress>();
            int thread = Thread.CurrentThread.ManagedThreadId;
            Is.True(!Models.Chain.Rank(deadline: TimeSpan.FromMilliseconds(500), progress: new Looking(now =>
            {
                seen.Add(now);
                Is.Equal(thread, Thread.CurrentThread.ManagedThreadId);
                Is.Ids("pligt", Models.Small.WhatBreaks("skema").Broken);  // it may ask, meanwhile
            })).Complete);
            Is.True(seen.Count >= 2 && seen.All(now => now.Stage == "rank" && now.Total == 40002), "what was seen");
            Is.True(seen.Select(now => now.Done).SequenceEqual(seen.Select(now => now.Done).OrderBy(done => done)), "it never falls, that");
        }

        [Test]
        internal static void WhatProgressThrowsComesOutOfTheCall()
        {
            int told = 0;
            DivideByZeroException error = Is.Thrown<DivideByZeroException>(() => Models.Chain.Rank(progress: new Looking(now =>
            {
                if (++told == 2) throw new DivideByZeroException("mine");
            })));
            Is.True(error.Message == "mine" && told == 2);
        }

        [Test]
        internal static void TheSystemsOwnProgressIsTold()
        {
            using (var told = new ManualResetEventSlim())
            {
                var progress = new Progress<Progress>(now => told.Set());  // posted, not in the calling thread
                Models.Chain.Rank(deadline: TimeSpan.FromMilliseconds(300), progress: progress);
                Is.True(told.Wait(TimeSpan.FromSeconds(30)), "it was told, that");
            }
        }
    }
}
