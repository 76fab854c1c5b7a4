-- The case system's database (SQLite 3.38 or later, for its JSON functions). Both programs create it from this file.
-- Every connection must say PRAGMA foreign_keys = ON: SQLite forgets it.
-- Days are text, YYYY-MM-DD. `post` is always the id of an actor in the model; a power, a target, a
-- unit, an involvement and a body are the model's ids too.

PRAGMA user_version = 1;

-- Who works here, and what they do it as. Authority belongs to posts and bodies, people log in.
CREATE TABLE staff (
  login TEXT PRIMARY KEY NOT NULL CHECK (login <> ''),
  name  TEXT NOT NULL
);
CREATE TABLE posts (
  post TEXT PRIMARY KEY NOT NULL CHECK (post <> ''),
  name TEXT NOT NULL
);
CREATE TABLE staff_posts (
  login    TEXT NOT NULL REFERENCES staff,
  post     TEXT NOT NULL REFERENCES posts,
  capacity TEXT NOT NULL CHECK (capacity IN ('holds', 'records')),  -- records: enters what a body decided
  PRIMARY KEY (login, post)
);

-- A case is a question that waits for its answer: who may use this power on this target?
CREATE TABLE cases (
  case_no   TEXT PRIMARY KEY NOT NULL CHECK (case_no <> ''),
  title     TEXT NOT NULL,
  -- A power that no grant names falls to the council, so a misspelt one must not come in here.
  power     TEXT NOT NULL CHECK (power IN ('decide', 'start', 'adopt', 'amend', 'waive', 'repeal',
                                           'sign', 'pay', 'appropriate')),
  target    TEXT NOT NULL,
  unit      TEXT,
  opened_on TEXT NOT NULL,
  opened_by TEXT NOT NULL REFERENCES staff
);

-- Whom the case is about. The only table with personal data, and no view below reads it.
CREATE TABLE parties (
  case_no TEXT PRIMARY KEY NOT NULL REFERENCES cases,
  name    TEXT NOT NULL,
  cpr     TEXT CHECK (cpr GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]')
);

-- What is known about the case, as JSON values; the last one counts, and null takes back what was said.
CREATE TABLE facts (
  id       INTEGER PRIMARY KEY,
  case_no  TEXT NOT NULL REFERENCES cases,
  name     TEXT NOT NULL,
  value    TEXT NOT NULL CHECK (json_valid(value) AND json_type(value) NOT IN ('array', 'object')),
  given_on TEXT NOT NULL,
  given_by TEXT NOT NULL REFERENCES staff
);
CREATE INDEX facts_of_case ON facts (case_no, name);

-- Persons, not posts: where two hold a post, the other one may still decide.
CREATE TABLE disqualified (
  case_no  TEXT NOT NULL REFERENCES cases,
  login    TEXT NOT NULL REFERENCES staff,
  reason   TEXT NOT NULL CHECK (reason <> ''),
  noted_on TEXT NOT NULL,
  noted_by TEXT NOT NULL REFERENCES staff,
  PRIMARY KEY (case_no, login)
);

-- What the library answered, with everything that the answer hangs on. Never changed, only asked anew.
CREATE TABLE answers (
  id           INTEGER PRIMARY KEY,
  case_no      TEXT NOT NULL REFERENCES cases,
  asked_on     TEXT NOT NULL,  -- and the rules are read on that day
  asked_by     TEXT NOT NULL REFERENCES staff,
  facts        TEXT NOT NULL CHECK (json_valid(facts)),
  disqualified TEXT NOT NULL CHECK (json_valid(disqualified)),
  model_id     TEXT NOT NULL,
  model_digest TEXT NOT NULL CHECK (length(model_digest) = 64),
  editions     TEXT NOT NULL CHECK (json_valid(editions)),
  verdict      TEXT NOT NULL CHECK (verdict IN ('competent', 'joint', 'conditional', 'residual', 'barred', 'nobody')),
  answer       TEXT NOT NULL CHECK (json_valid(answer)),
  note         TEXT NOT NULL,  -- the case-file note (journalnotat), as it was made
  -- Where the rules come from a store: the state that was asked, and its hash. The state has the model for ever.
  store_state  INTEGER CHECK (store_state > 0),
  store_hash   TEXT CHECK (length(store_hash) = 64),
  UNIQUE (id, case_no),
  CHECK ((store_state IS NULL) = (store_hash IS NULL))
);
CREATE INDEX answers_of_case ON answers (case_no);

-- A body is asked (sent), and has said its word (done).
CREATE TABLE involvements (
  case_no     TEXT NOT NULL REFERENCES cases,
  involvement TEXT NOT NULL,
  body        TEXT NOT NULL,
  sent_on     TEXT NOT NULL,
  sent_by     TEXT NOT NULL REFERENCES staff,
  done_on     TEXT CHECK (done_on >= sent_on),
  done_by     TEXT REFERENCES staff,
  result      TEXT,
  PRIMARY KEY (case_no, involvement, body),
  CHECK ((done_on IS NULL) = (result IS NULL) AND (done_on IS NULL) = (done_by IS NULL))
);

-- A case is decided once: its number is the key.
CREATE TABLE decisions (
  case_no      TEXT PRIMARY KEY NOT NULL REFERENCES cases,
  answer       INTEGER NOT NULL,
  decided_on   TEXT NOT NULL,
  effective_on TEXT NOT NULL CHECK (effective_on >= decided_on),
  outcome      TEXT NOT NULL CHECK (outcome <> ''),
  authority    TEXT NOT NULL CHECK (json_valid(authority)),  -- the option of the answer that was used
  entered_by   TEXT NOT NULL REFERENCES staff,
  FOREIGN KEY (answer, case_no) REFERENCES answers (id, case_no)
);
CREATE TABLE deciders (
  case_no TEXT NOT NULL REFERENCES decisions,
  post    TEXT NOT NULL,
  login   TEXT NOT NULL REFERENCES staff,
  PRIMARY KEY (case_no, post),
  UNIQUE (case_no, login)  -- those who decide together are different persons
);

-- What was done and what was refused. Without foreign keys: what somebody tried stands here too.
CREATE TABLE log (
  id      INTEGER PRIMARY KEY,
  day     TEXT NOT NULL,
  login   TEXT NOT NULL,
  case_no TEXT,
  action  TEXT NOT NULL,
  text    TEXT NOT NULL
);

-- The question that a case puts today, but for the day itself.
CREATE VIEW questions AS
SELECT case_no, power, target, unit,
       (SELECT json_group_object(name, json(value))
          FROM (SELECT name, value FROM facts f
                 WHERE f.case_no = c.case_no AND json_type(value) <> 'null'
                   AND id = (SELECT max(id) FROM facts l WHERE l.case_no = f.case_no AND l.name = f.name)
                 ORDER BY name)) AS facts,
       (SELECT json_group_array(post)
          FROM (SELECT post FROM disqualified_posts d WHERE d.case_no = c.case_no ORDER BY post)) AS disqualified
  FROM cases c;

-- Posts all of whose holders are disqualified in the case. A body stays competent without a member.
CREATE VIEW disqualified_posts AS
SELECT DISTINCT d.case_no, held.post
  FROM disqualified d JOIN staff_posts held ON held.login = d.login AND held.capacity = 'holds'
 WHERE NOT EXISTS (
         SELECT 1 FROM staff_posts other
          WHERE other.post = held.post AND other.capacity = 'holds'
            AND other.login NOT IN (SELECT login FROM disqualified x WHERE x.case_no = d.case_no));

-- What is to follow a decision and has not been done.
CREATE VIEW to_follow AS
SELECT d.case_no, json_extract(i.value, '$.involvement') AS involvement, json_extract(i.value, '$.body') AS body
  FROM decisions d, json_each(d.authority, '$.involve') i
 WHERE json_extract(i.value, '$.timing') = 'after'
   AND NOT EXISTS (
         SELECT 1 FROM involvements done
          WHERE done.case_no = d.case_no AND done.done_on IS NOT NULL
            AND done.involvement = json_extract(i.value, '$.involvement')
            AND done.body = json_extract(i.value, '$.body'));

-- What is written stays written. This guards the programs against themselves, not against somebody
-- who has the file.
CREATE TRIGGER facts_stay BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'facts are only added to'); END;
CREATE TRIGGER facts_remain BEFORE DELETE ON facts
BEGIN SELECT RAISE(ABORT, 'facts are only added to'); END;
CREATE TRIGGER answers_stay BEFORE UPDATE ON answers
BEGIN SELECT RAISE(ABORT, 'answers are only added to'); END;
CREATE TRIGGER answers_remain BEFORE DELETE ON answers
BEGIN SELECT RAISE(ABORT, 'answers are only added to'); END;
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are only added to'); END;
CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are only added to'); END;
CREATE TRIGGER deciders_stay BEFORE UPDATE ON deciders
BEGIN SELECT RAISE(ABORT, 'deciders are only added to'); END;
CREATE TRIGGER deciders_remain BEFORE DELETE ON deciders
BEGIN SELECT RAISE(ABORT, 'deciders are only added to'); END;
CREATE TRIGGER log_stays BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER log_remains BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
