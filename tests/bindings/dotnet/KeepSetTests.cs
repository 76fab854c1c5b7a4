using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Regelgraf.Tests
{
    /// <summary>The zero-base review.</summary>
    internal static class KeepSetTests
    {
        [Test]
        internal static void WhatToKeep()
        {
            KeepSet answer = Models.Odder.KeepSet(new Scope { Instruments = new[] { "documentation_requirement" } }, objective: "count", deadline: TimeSpan.FromMinutes(1));
            Is.Equal(Models.Odder.Ask("{\"ask\": \"keep_set\", \"scope\": {\"instruments\": [\"documentation_requirement\"]}, \"objective\": \"count\"}"), answer.Json);
            Is.True(answer.Objective == "count" && answer.Proven && answer.Complete && answer.Settled && answer.Gap == 0 && answer.Bound == answer.Keep.Count);
            Is.True(answer.Go.Any(one => one.Id == "ugenotat" && one.Effect == "no_effect" && one.Hours == new Hours(260, 416, 520)));
            Is.In("kan udgå", answer.Text.Da);
            KeepSet held = Models.Odder.KeepSet(new Scope { Ids = new[] { "ugenotat" }, RepealableBy = "leder-udfoerer" }, new[] { "ugenotat" });
            Is.Equal("ugenotat ugenotat", string.Join(" ", held.Keep.Select(one => one.Id + " " + string.Join(",", one.Because))));
            Is.True(held.Go.Count == 0 && held.HoursGone == new Hours(0, 0, 0) && held.Hours == new Hours(260, 416, 520));
        }

        [Test]
        internal static IEnumerable<Case> EachPartOfAScope()
        {
            string all = Models.Odder.KeepSet().Json;
            foreach (KeyValuePair<string, Scope> one in new Dictionary<string, Scope>
                     { ["\"instruments\": [\"procedure\"]"] = new Scope { Instruments = new[] { "procedure" } },
                       ["\"issuers\": [\"leder-udfoerer\"]"] = new Scope { Issuers = new[] { "leder-udfoerer" } },
                       ["\"tiers\": [\"workplace\"]"] = new Scope { Tiers = new[] { "workplace" } },
                       ["\"matters\": [\"27\"]"] = new Scope { Matters = new[] { "27" } },
                       ["\"ids\": [\"ugenotat\"]"] = new Scope { Ids = new[] { "ugenotat" } },
                       ["\"repealable_by\": \"leder-udfoerer\""] = new Scope { RepealableBy = "leder-udfoerer" } })
                yield return new Case(one.Key, () =>
                {
                    string answer = Models.Odder.KeepSet(one.Value).Json;
                    Is.Equal(Models.Odder.Ask("{\"ask\": \"keep_set\", \"scope\": {" + one.Key + "}}"), answer);
                    Is.True(answer != all, "it is a part, that");
                });
        }

        [Test]
        internal static void TheFewRemovalsThatFreeTheMost()
        {
            BestRemovals answer = Models.Odder.BestRemovals(2);
            Is.Equal(Models.Odder.Ask("{\"ask\": \"best_removals\", \"scope\": {}, \"at_most\": 2}"), answer.Json);
            Is.True(answer.AtMost == 2 && answer.Proven && answer.Bound == answer.Hours.Likely && answer.HoursFallen == new Hours(0, 0, 0));
            Is.Ids("ugenotat ydelsesregistrering", answer.Remove.Select(one => one.Id));
        }

        [Test]
        internal static void WhatCannotBePut()
        {
            Is.Thrown<InvalidQuestionException>(() => Models.Small.KeepSet(new Scope { Ids = new string[0] }));
            Is.Thrown<InvalidQuestionException>(() => Models.Small.KeepSet(objective: "money"));
            Is.Thrown<UnknownElementException>(() => Models.Small.KeepSet(keep: new[] { "ingen" }));
            Is.Thrown<InvalidQuestionException>(() => Models.Small.BestRemovals(0));
            Is.Thrown<InvalidQuestionException>(() => Models.Small.BestRemovals(1, date: "i dag"));
            using (var source = new CancellationTokenSource())
            {
                source.Cancel();
                Is.Thrown<OperationCanceledException>(() => Models.Small.KeepSet(cancellationToken: source.Token));
                Is.Thrown<OperationCanceledException>(() => Models.Small.BestRemovals(1, cancellationToken: source.Token));
            }
        }
    }
}
