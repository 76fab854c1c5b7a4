using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Regelgraf.Tests
{
    /// <summary>The models that tests ask.</summary>
    internal static class Models
    {
        internal const string SmallText = @"{""regelgraf"": 1, ""model"": {""id"": ""lille"", ""name"": {""da"": ""Lille Sogn""}, ""facts"": [
          {""name"": ""amount"", ""type"": ""number"", ""unit"": ""DKK"", ""aliases"": [""beløb""]},
          {""name"": ""halted"", ""type"": ""boolean"", ""default"": false},
          {""name"": ""reason"", ""type"": ""text""}, {""name"": ""born"", ""type"": ""date""}]},
         ""elements"": [
          {""id"": ""råd"", ""kind"": ""actor"", ""tier"": ""council"", ""form"": ""body"", ""name"": ""Rådet på Ærø 🏛""},
          {""id"": ""chef"", ""kind"": ""actor"", ""tier"": ""management"", ""form"": ""post"", ""part_of"": ""råd""},
          {""id"": ""sted"", ""kind"": ""actor"", ""tier"": ""workplace"", ""form"": ""unit""},
          {""id"": ""sag"", ""kind"": ""matter"", ""code"": ""27.36""},
          {""id"": ""skema"", ""kind"": ""rule"", ""instrument"": ""procedure"", ""issuer"": ""chef"", ""binds"": [""sted""]},
          {""id"": ""pligt"", ""kind"": ""duty"", ""needs"": [""skema""], ""name"": ""Pligt på æøå""},
          {""id"": ""g"", ""kind"": ""grant"", ""by"": ""plan"", ""to"": [""chef""], ""powers"": [""decide""], ""over"": [""sag""],
           ""conditions"": [{""fact"": ""amount"", ""op"": ""<="", ""value"": 1000}, {""fact"": ""halted"", ""op"": ""=="", ""value"": false},
                          {""fact"": ""born"", ""op"": "">="", ""value"": ""2000-01-01""}]},
          {""id"": ""g2"", ""kind"": ""grant"", ""by"": ""statute"", ""to"": [""råd""], ""powers"": [""decide""], ""over"": [""sag""]}]}";

        internal static readonly Model Small = Model.FromText(SmallText);
        internal static readonly Model Odder = Model.Open(At("examples/odder/odder.json"));
        internal static readonly Model Soroe = Model.Open(At("examples/soroe/soroe.json"));
        internal static readonly Model Chain = MakeChain();

        internal static string At(string path) => Path.Combine(Runner.Root, path);
        internal static string Read(string path) => File.ReadAllText(At(path), Encoding.UTF8);

        internal static Dictionary<string, object> Facts(params object[] namesAndValues)
        {
            var facts = new Dictionary<string, object>();
            for (int i = 0; i < namesAndValues.Length; i += 2) facts[(string)namesAndValues[i]] = namesAndValues[i + 1];
            return facts;
        }

        /// <summary>An empty folder that goes when the test is over.</summary>
        internal static void InFolder(Action<string> work)
        {
            string folder = Path.Combine(Path.GetTempPath(), "regelgraf æøå " + Guid.NewGuid().ToString("N"));
            Directory.CreateDirectory(folder);
            try
            {
                work(folder);
            }
            finally
            {
                Directory.Delete(folder, true);
            }
        }

        /// <summary>To rank it takes far longer than any test: it does not fold into a tree.</summary>
        private static Model MakeChain()
        {
            const int n = 40000;
            var text = new StringBuilder("{\"regelgraf\": 1, \"model\": {\"id\": \"chain\"}}\n");
            for (int i = 0; i < n; ++i)
                text.Append("{\"id\": \"r" + i.ToString("D6") + "\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"needs\": [" +
                            (i == 0 ? "" : "\"r" + (i - 1).ToString("D6") + "\"") + "]}\n");
            text.Append("{\"id\": \"side\", \"kind\": \"rule\", \"instrument\": \"procedure\"}\n{\"id\": \"both\", \"kind\": \"rule\"," +
                        " \"instrument\": \"procedure\", \"needs\": [\"r" + (n - 1).ToString("D6") + "\", \"side\"]}\n");
            return Model.FromText(text.ToString());
        }
    }
}
