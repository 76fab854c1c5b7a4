"""The store from Python."""

import datetime
import threading

import pytest
import regelgraf
from regelgraf import AsOf, Cancelled, Conflict, Store


def rule(id, **fields):
    return {"id": id, "kind": "rule", "instrument": "procedure", **fields}


def change(minute, **fields):
    return {"regelgraf_change": 1, "by": "sekretariatet", "why": "prøve", "at": f"2026-01-01T10:{minute:02}:00Z", **fields}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "æøå.db"


@pytest.fixture
def store(path):
    with Store.init(path) as made:
        made.commit(change(0, head={"id": "m", "name": {"da": "Ærø"}}, put=[rule("r")]))
        made.commit(change(1, put=rule("s", needs=["r"]), decision={"text": "Byrådet", "element": "r"}))
        yield made


def test_each_state_is_there_for_ever(store, path):
    assert store.state == 2
    assert [one["by"] for one in store.log()] == ["sekretariatet"] * 2
    assert [one["state"] for one in store.log(element="s")] == [2]
    with Store(path, read_only=True) as reader:
        then = reader.model("2026-06-01", datetime.datetime(2026, 1, 1, 11, 0, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=1))))
        assert isinstance(then, AsOf)
        assert (then.state, then.valid_on, then.entry["added"]) == (1, "2026-06-01", 1)
        assert "s" not in then.model and "s" in reader.model().model
        assert reader.model(recorded_by=datetime.date(2026, 1, 1)).state == 2
    assert then.model.what_breaks("r", date=then.valid_on).json  # it outlives its store
    assert store.entry(2)["decision"] == {"text": "Byrådet", "element": "r"}
    assert store.diff(1, 2).elements[0].id == "s"
    assert [field["field"] for field in store.blame("s")["fields"]] == ["id", "instrument", "kind", "needs"]


def test_what_is_not_recorded_says_why(store):
    with pytest.raises(Conflict) as conflict:
        store.commit(change(2, base=1, put=rule("s", note="x")))
    assert conflict.value.conflicts == ["element s"]
    with pytest.raises(regelgraf.InvalidModel) as refused:
        store.commit(change(2, end=["r"]))
    assert refused.value.findings[0]["element"] == "s"
    with pytest.raises(regelgraf.InvalidQuestion):
        store.commit(change(0, put=rule("t")))  # before the newest
    with pytest.raises(regelgraf.PersonalData):
        store.commit(change(2, put=rule("t"), by="010190-1234"))
    with pytest.raises(regelgraf.InvalidModel):
        store.commit("{}")
    with pytest.raises(regelgraf.InvalidArgument):
        store.model(recorded_by=datetime.datetime(2026, 1, 1))
    assert store.state == 2


def test_verify_backup_export(store, tmp_path):
    noted = store.entry()["hash"]
    assert store.verify(2, noted)["whole"] is True
    assert store.verify(2, "0" * 64) == {"whole": False, "entries": 1, "hash": store.entry(1)["hash"],
                                         "what": "its hash is not the one that was noted", "state": 2}  # fmt: skip
    store.backup(tmp_path / "copy.db")
    with Store(tmp_path / "copy.db") as copy:
        assert copy.export() == store.export()
    with Store.init(":memory:") as other:
        assert other.import_lines(store.export()) == 2


def test_reviews(store):
    store.commit(change(3, documents=[{"kind": "review", "id": "2026", "document": {"regelgraf_review": 1, "æ": 1}}]))
    assert store.review("2026") == {"regelgraf_review": 1, "æ": 1}
    with pytest.raises(regelgraf.UnknownElement):
        store.review("2026", "2026-01-01T10:02:00Z")


def test_a_host_follows_and_swaps(store, path):
    told = []
    assert store.follow(told.append, 2) == 2 and not told
    with Store(path) as writer:
        other = threading.Timer(0.1, lambda: writer.commit(change(4, put=rule("t"))))
        other.start()
        assert store.follow(told.append, 2, seconds=60) == 3
        other.join()
    assert [one["state"] for one in told] == [3]
    stop = regelgraf.CancelToken()
    stop.cancel()
    with pytest.raises(Cancelled):
        store.follow(told.append, 3, seconds=60, cancel=stop)

    def wrong(entry):
        raise KeyError(entry["state"])

    with pytest.raises(KeyError):
        store.follow(wrong, 0)


def test_trouble_has_a_word(path, tmp_path):
    with pytest.raises(regelgraf.Unreadable) as missing:
        Store(path)
    assert missing.value.at == "missing"
    path.write_text("ikke en database")
    with pytest.raises(regelgraf.Unreadable) as foreign:
        Store(path)
    assert foreign.value.at == "foreign"
    store = Store.init(tmp_path / "s.db")
    store.close()
    store.close()
    with pytest.raises(regelgraf.InvalidArgument):
        store.log()
