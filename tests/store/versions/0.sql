-- A store of version 0, which was never released: history without guards, and no indices beside the keys.
PRAGMA application_id = 1380406132;
PRAGMA user_version = 0;
BEGIN TRANSACTION;
CREATE TABLE entries (
  state INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  entry TEXT NOT NULL,
  hash TEXT NOT NULL,
  changes TEXT NOT NULL);
INSERT INTO "entries" VALUES(1,1767225600000000,'{"added":2,"at":"2026-01-01T00:00:00Z","by":"sekretariatet","changed":0,"changes":"44ab53e63d1060b80742870fed414ddbfb4c45a5bca3c6bae94e97690b0ccfd5","ended":0,"library":"0.1.0","model":"97075f9bfcf06872ae3e8b694269409a04462b3b83eaca580d7f03a1a0f97702","model_state":1,"previous":"","regelgraf_store":1,"state":1,"why":"før"}','cf5e82955abc62ef712ead7ba98cb7c94177b53917000c79b0e1bf81763276ad','{"element":{"byraad":"6974dad3e7281705e32642767cac96667bd66c92e6c66add24e679b06d787f64","r":"24c4c963991e5781caf4e1af38c3cefa9f82ba6f9b662c57391380102717dd12"},"head":{"":"59488c437b3e2491c0dff556c7b8db9ed3db51947acf2d3468c7c589df8810a2"}}');
INSERT INTO "entries" VALUES(2,1767225660000000,'{"added":1,"at":"2026-01-01T00:01:00Z","by":"sekretariatet","changed":0,"changes":"96e82e7c3b0c8ff57330eca6eb81acfd083d3625589f51610bac079aa6039017","ended":0,"library":"0.1.0","model":"5f2ed78f101617a819b9646c1ca6e09e6a24ec0ce561ee24fabb0ccea1884e40","model_state":2,"previous":"cf5e82955abc62ef712ead7ba98cb7c94177b53917000c79b0e1bf81763276ad","regelgraf_store":1,"state":2,"why":"før"}','24bfcf92e8fe6b859b57e7e98565c5709a913b76db20c1f882d7e8d892557209','{"element":{"s":"ed6e3310b671cef9dc1cc0e30e65e1c597d45f81ded1f048940db776188e9868"}}');
CREATE TABLE snapshots (
  state INTEGER NOT NULL,
  part INTEGER NOT NULL,
  hash TEXT NOT NULL,
  library TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (state, part));
CREATE TABLE versions (
  sort TEXT NOT NULL,
  id TEXT NOT NULL,
  state INTEGER NOT NULL,
  text TEXT,
  PRIMARY KEY (sort, id, state));
INSERT INTO "versions" VALUES('element','byraad',1,'{"form":"body","id":"byraad","kind":"actor","tier":"council"}');
INSERT INTO "versions" VALUES('element','r',1,'{"id":"r","instrument":"procedure","issuer":["byraad"],"kind":"rule"}');
INSERT INTO "versions" VALUES('head','',1,'{"id":"m","name":{"da":"Ærø"}}');
INSERT INTO "versions" VALUES('element','s',2,'{"id":"s","instrument":"procedure","issuer":["byraad"],"kind":"rule","needs":[{"at_least":1,"of":["r"]}]}');
COMMIT;
