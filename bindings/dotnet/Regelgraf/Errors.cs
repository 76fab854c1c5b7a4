using System;
using System.Collections.Generic;

namespace Regelgraf
{
    /// <summary>The statuses of the C ABI (RG_...).</summary>
    public enum Status
    {
        /// <summary>All is well.</summary>
        Ok = 0,
        /// <summary>A value that is no text, a length that cannot be.</summary>
        InvalidArgument = 1,
        /// <summary>The question has not the documented form.</summary>
        InvalidQuestion = 2,
        /// <summary>An id that the model does not have.</summary>
        UnknownElement = 3,
        /// <summary>A fact's value is not of the fact's type.</summary>
        WrongType = 4,
        /// <summary>The input is no model.</summary>
        InvalidModel = 5,
        /// <summary>A file cannot be read.</summary>
        Unreadable = 6,
        /// <summary>Text that looks like a CPR number.</summary>
        PersonalData = 7,
        /// <summary>Over a stated limit.</summary>
        TooLarge = 8,
        /// <summary>Stopped by the caller or the deadline.</summary>
        Cancelled = 9,
        /// <summary>No memory was left.</summary>
        OutOfMemory = 10,
        /// <summary>A defect in regelgraf: please report it, with the message.</summary>
        Internal = 11
    }

    /// <summary>One thing that is wrong with a model's text, or worth a look.</summary>
    public class SourceFinding
    {
        internal SourceFinding(Said said)
        {
            Code = said.Text("code");
            Severity = said.Text("severity");
            File = said.TextOrNull("file") ?? "";
            Line = said.Int("line");
            Column = said.Int("column");
            Element = said.TextOrNull("element") ?? "";
            Field = said.TextOrNull("field") ?? "";
            Text = said.Bilingual("text");
            Text advice = said.BilingualOrNull("advice");
            Advice = advice?.En == "" ? null : advice;
        }

        /// <summary>A stable word, as "unknown_id".</summary>
        public string Code { get; }
        /// <summary>"error", "warning" or "note".</summary>
        public string Severity { get; }
        /// <summary>The file, layer or part of a question; "" where there is none.</summary>
        public string File { get; }
        /// <summary>From 1; 0 where there is none.</summary>
        public int Line { get; }
        /// <summary>In bytes from 1; 0 where there is none.</summary>
        public int Column { get; }
        /// <summary>Id of the element; "" where it is about none.</summary>
        public string Element { get; }
        /// <summary>The field, of a table the head of the column; "" where it is about none.</summary>
        public string Field { get; }
        /// <summary>What it says.</summary>
        public Text Text { get; }
        /// <summary>What would help; null: nothing to say.</summary>
        public Text Advice { get; }

        /// <summary>"file:line:column: text", in English.</summary>
        public override string ToString() =>
            (File == "" ? "" : File + ":") + (Line == 0 ? "" : Line + ":" + Column + ":") + (File == "" && Line == 0 ? "" : " ") + Text.En;
    }

    /// <summary>A question that cannot be put, a model that is none; Message is one English line without a full stop. What the
    /// data says ("nobody decides") is an answer and no exception.</summary>
    public class RegelgrafException : Exception
    {
        /// <summary>Made by the binding.</summary>
        internal RegelgrafException(Status status, string message, string at, string advice, IReadOnlyList<SourceFinding> findings)
            : base(message)
        {
            Status = status;
            At = at;
            Advice = advice;
            Findings = findings ?? new SourceFinding[0];
        }

        /// <summary>What came of the call.</summary>
        public Status Status { get; }
        /// <summary>Which part of the question is meant, as "remove[0]"; "" where none is.</summary>
        public string At { get; }
        /// <summary>What to do about it, one English line; "" where there is nothing to say.</summary>
        public string Advice { get; }
        /// <summary>Everything that is wrong with a model; empty for questions.</summary>
        public IReadOnlyList<SourceFinding> Findings { get; }

        /// <summary>The exception for a failed call; frees its rg_error.</summary>
        internal static RegelgrafException Take(Native.Status status, IntPtr error)
        {
            try
            {
                var findings = new SourceFinding[(int)Native.rg_error_finding_count(error).ToUInt32()];
                for (int i = 0; i < findings.Length; ++i)
                    findings[i] = new SourceFinding(Read(Native.rg_error_finding(error, (UIntPtr)(uint)i)));
                string message = Utf8.Copy(Native.rg_error_message(error));  // "" where there was no memory for an error
                return Of((Status)status, message == "" ? status.ToString() : message, Utf8.Copy(Native.rg_error_at(error)),
                          Utf8.Copy(Native.rg_error_advice(error)), findings);
            }
            finally
            {
                Native.rg_error_free(ref error);
            }
        }

        /// <summary>The exception for the `error` of an answer.</summary>
        internal static RegelgrafException OfAnswer(Said error)
        {
            Enum.TryParse(error.Text("code").Replace("_", ""), true, out Status status);
            return Of(status, error.Text("message"), error.TextOrNull("at") ?? "", "", null);
        }

        private static Said Read(IntPtr text) => new Said(Json.ReadObject(Utf8.Copy(text)));

        private static RegelgrafException Of(Status status, string message, string at, string advice, IReadOnlyList<SourceFinding> findings)
        {
            switch (status)
            {
                case Status.InvalidArgument: return new InvalidArgumentException(message, at, advice);
                case Status.InvalidQuestion: return new InvalidQuestionException(message, at, advice);
                case Status.UnknownElement: return new UnknownElementException(message, at, advice);
                case Status.WrongType: return new WrongTypeException(message, at, advice);
                case Status.InvalidModel: return new InvalidModelException(message, at, advice, findings);
                case Status.Unreadable: return new UnreadableException(message, at, advice);
                case Status.PersonalData: return new PersonalDataException(message, at, advice);
                case Status.TooLarge: return new TooLargeException(message, at, advice);
                case Status.Cancelled: return new CancelledException(message, at, advice);
                case Status.OutOfMemory: return new NoMemoryException(message, at, advice);
                default: return new InternalException(message, at, advice);
            }
        }
    }

    /// <summary>A value that is no text: half of a character, a NUL.</summary>
    public sealed class InvalidArgumentException : RegelgrafException
    {
        internal InvalidArgumentException(string message, string at = "", string advice = "")
            : base(Status.InvalidArgument, message, at, advice, null) { }
    }

    /// <summary>The question has not the documented form.</summary>
    public class InvalidQuestionException : RegelgrafException
    {
        internal InvalidQuestionException(string message, string at = "", string advice = "")
            : base(Status.InvalidQuestion, message, at, advice, null) { }
    }

    /// <summary>Others have changed the same since the `base` of a change set; nothing was recorded.</summary>
    public sealed class ConflictException : InvalidQuestionException
    {
        internal ConflictException(IReadOnlyList<string> conflicts)
            : base("others have changed the same: " + string.Join(", ", conflicts), "base")
        {
            Conflicts = conflicts;
        }

        /// <summary>What they changed, as "element g-27", "head".</summary>
        public IReadOnlyList<string> Conflicts { get; }
    }

    /// <summary>An id that the model does not have; the message names the nearest.</summary>
    public sealed class UnknownElementException : RegelgrafException
    {
        internal UnknownElementException(string message, string at = "", string advice = "")
            : base(Status.UnknownElement, message, at, advice, null) { }
    }

    /// <summary>A fact's value is not of the fact's type.</summary>
    public sealed class WrongTypeException : RegelgrafException
    {
        internal WrongTypeException(string message, string at = "", string advice = "")
            : base(Status.WrongType, message, at, advice, null) { }
    }

    /// <summary>The input is no model: see Findings.</summary>
    public sealed class InvalidModelException : RegelgrafException
    {
        internal InvalidModelException(string message, string at = "", string advice = "", IReadOnlyList<SourceFinding> findings = null)
            : base(Status.InvalidModel, message, at, advice, findings) { }
    }

    /// <summary>A file cannot be read, or written.</summary>
    public sealed class UnreadableException : RegelgrafException
    {
        internal UnreadableException(string message, string at = "", string advice = "")
            : base(Status.Unreadable, message, at, advice, null) { }
    }

    /// <summary>Text that looks like a CPR number; it is not repeated.</summary>
    public sealed class PersonalDataException : RegelgrafException
    {
        internal PersonalDataException(string message, string at = "", string advice = "")
            : base(Status.PersonalData, message, at, advice, null) { }
    }

    /// <summary>Over a stated limit.</summary>
    public sealed class TooLargeException : RegelgrafException
    {
        internal TooLargeException(string message, string at = "", string advice = "")
            : base(Status.TooLarge, message, at, advice, null) { }
    }

    /// <summary>The deadline passed. A call that its CancellationToken ended throws OperationCanceledException.</summary>
    public sealed class CancelledException : RegelgrafException
    {
        internal CancelledException(string message, string at = "", string advice = "")
            : base(Status.Cancelled, message, at, advice, null) { }
    }

    /// <summary>No memory was left.</summary>
    public sealed class NoMemoryException : RegelgrafException
    {
        internal NoMemoryException(string message, string at = "", string advice = "")
            : base(Status.OutOfMemory, message, at, advice, null) { }
    }

    /// <summary>A defect in regelgraf: please report it, with the message.</summary>
    public sealed class InternalException : RegelgrafException
    {
        internal InternalException(string message, string at = "", string advice = "")
            : base(Status.Internal, message, at, advice, null) { }
    }

    /// <summary>The native library cannot be loaded, or speaks another ABI than this assembly.</summary>
    public sealed class LibraryException : Exception
    {
        internal LibraryException(string message, Exception inner = null) : base(message, inner) { }
    }
}
