using System;
using System.Collections.Generic;
using System.Data.Common;
using System.IO;
using Mono.Data.Sqlite;

namespace Esdh
{
    /// <summary>
    /// The database: SQLite, with what every connection needs. Everything but Open is System.Data.Common: with
    /// Microsoft.Data.Sqlite or System.Data.SQLite, Open and the exceptions have other names and nothing else changes.
    /// </summary>
    internal sealed class Store : IDisposable
    {
        internal const long Version = 1;

        private readonly DbConnection db;

        private Store(DbConnection db)
        {
            this.db = db;
        }

        internal static Store Open(string path)
        {
            var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(path) }.ConnectionString);
            db.Open();
            var store = new Store(db);
            store.Run("PRAGMA foreign_keys = ON");
            store.Run("PRAGMA busy_timeout = 30000");
            return store;
        }

        public void Dispose() => db.Dispose();

        /// <summary>Run the schema, inside the transaction that there is.</summary>
        internal void Create(string schema) => Run(schema);

        /// <summary>0: this is no case system's database yet.</summary>
        internal long ItsVersion => (long)Value("PRAGMA user_version");

        /// <summary>
        /// Everything or nothing. IMMEDIATE takes the lock before the first look, so that nobody changes what is checked here
        /// before it is written.
        /// </summary>
        internal T Transaction<T>(Func<T> work)
        {
            Run("BEGIN IMMEDIATE");
            T done;
            try
            {
                done = work();
            }
            catch
            {
                Run("ROLLBACK");
                throw;
            }
            Run("COMMIT");
            return done;
        }

        internal void Transaction(Action work) => Transaction(() =>
        {
            work();
            return 0;
        });

        /// <summary>Run one statement, its values @1, @2, ... always as parameters.</summary>
        internal void Run(string sql, params object[] values)
        {
            using (DbCommand command = Command(sql, values)) command.ExecuteNonQuery();
        }

        /// <summary>The id of what the last statement inserted.</summary>
        internal long LastId => (long)Value("SELECT last_insert_rowid()");

        internal List<Row> Rows(string sql, params object[] values)
        {
            var rows = new List<Row>();
            using (DbCommand command = Command(sql, values))
            using (DbDataReader reader = command.ExecuteReader())
                while (reader.Read()) rows.Add(new Row(reader));
            return rows;
        }

        /// <summary>The first row; null without one.</summary>
        internal Row Row(string sql, params object[] values)
        {
            List<Row> rows = Rows(sql, values);
            return rows.Count > 0 ? rows[0] : null;
        }

        /// <summary>The first column of the first row; null without one.</summary>
        internal object Value(string sql, params object[] values) => Row(sql, values)?[0];

        private DbCommand Command(string sql, object[] values)
        {
            DbCommand command = db.CreateCommand();
            command.CommandText = sql;
            for (int i = 0; i < values.Length; ++i)
            {
                DbParameter parameter = command.CreateParameter();
                parameter.ParameterName = "@" + (i + 1);
                parameter.Value = values[i] ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }
            return command;
        }
    }

    /// <summary>One row: texts, whole numbers as long, numbers as double, null.</summary>
    internal sealed class Row
    {
        private readonly object[] values;
        private readonly Dictionary<string, int> places = new Dictionary<string, int>();

        internal Row(DbDataReader reader)
        {
            values = new object[reader.FieldCount];
            for (int i = 0; i < values.Length; ++i)
            {
                places[reader.GetName(i)] = i;
                values[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }
        }

        internal object this[int i] => values[i];
        internal string Text(string name) => (string)values[places[name]];
        internal long? Number(string name) => (long?)values[places[name]];
        internal object[] All => values;
    }
}
