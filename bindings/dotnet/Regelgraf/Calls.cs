using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace Regelgraf
{
    /// <summary>Text as the C ABI takes and gives it.</summary>
    internal static class Utf8
    {
        private static readonly UTF8Encoding Strict = new UTF8Encoding(false, true);

        /// <summary>The bytes of a text, without a NUL at the end; `what` is named where it is none.</summary>
        internal static byte[] Bytes(string text, string what)
        {
            if (text == null) throw new ArgumentNullException(what);
            try
            {
                return Strict.GetBytes(text);
            }
            catch (EncoderFallbackException)
            {
                throw new InvalidArgumentException($"`{what}` holds half of a character", what);
            }
        }

        /// <summary>The bytes of a text and a NUL; a text that holds one is refused.</summary>
        internal static byte[] Ended(string text, string what)
        {
            byte[] bytes = Bytes(text, what);
            if (Array.IndexOf(bytes, (byte)0) >= 0)
                throw new InvalidArgumentException($"`{what}` holds a NUL character", what);
            Array.Resize(ref bytes, bytes.Length + 1);
            return bytes;
        }

        internal static byte[] EndedOrNull(string text, string what) => text == null ? null : Ended(text, what);

        /// <summary>A copy of a borrowed text; null for NULL.</summary>
        internal static string Copy(IntPtr text, UIntPtr length)
        {
            if (text == IntPtr.Zero) return null;
            var bytes = new byte[checked((int)length.ToUInt64())];
            Marshal.Copy(text, bytes, 0, bytes.Length);
            return Encoding.UTF8.GetString(bytes);
        }

        /// <summary>The same of a text that ends with a NUL.</summary>
        internal static string Copy(IntPtr text)
        {
            if (text == IntPtr.Zero) return null;
            int length = 0;
            while (Marshal.ReadByte(text, length) != 0) ++length;
            return Copy(text, (UIntPtr)(uint)length);
        }

        internal static UIntPtr Size(byte[] bytes) => (UIntPtr)(uint)(bytes == null ? 0 : bytes.Length);
    }

    /// <summary>A list of texts as the C ABI takes it, for one call; null stays NULL.</summary>
    internal sealed class TextArray : IDisposable
    {
        private readonly GCHandle[] held;

        internal TextArray(IEnumerable<string> texts, string what)
        {
            if (texts == null) return;
            var bytes = new List<byte[]>();
            foreach (string text in texts) bytes.Add(Utf8.Ended(text, $"{what}[{bytes.Count}]"));
            held = new GCHandle[bytes.Count];
            Pointers = new IntPtr[bytes.Count];
            for (int i = 0; i < held.Length; ++i)
            {
                held[i] = GCHandle.Alloc(bytes[i], GCHandleType.Pinned);
                Pointers[i] = held[i].AddrOfPinnedObject();
            }
        }

        internal IntPtr[] Pointers { get; }
        internal UIntPtr Count => (UIntPtr)(uint)(Pointers == null ? 0 : Pointers.Length);

        public void Dispose()
        {
            if (held == null) return;
            foreach (GCHandle one in held)
                if (one.IsAllocated) one.Free();
        }
    }

    internal static class Calls
    {
        /// <summary>Throws what a call came to, unless that is well.</summary>
        internal static void Check(Native.Status status, IntPtr error)
        {
            if (status != Native.Status.Ok) throw RegelgrafException.Take(status, error);
        }

        /// <summary>The text that a call hands over; it is freed.</summary>
        internal static string Taken(Native.Status status, TextHandle text, IntPtr error)
        {
            using (text)
            {
                Check(status, error);
                return Utf8.Copy(Native.rg_text_data(text, out UIntPtr length), length);
            }
        }
    }
}
