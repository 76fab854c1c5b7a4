"""cuts: single points of failure first, said in words."""


def test_single_points_of_failure_come_first(run, odder):
    answer = run("cuts", odder, "ret-handleplan", "--lang", "en")
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert "hangs on one thing alone" in lines[0]
    one, two = answer.out.index("If one of these goes, it falls (1)"), answer.out.index("If 2 go together, it falls (1)")
    assert one < answer.out.index("sel-141", one) < two < answer.out.index("fri-plan")
    assert "There may be more" not in answer.out
    danish = run("cuts", odder, "ret-handleplan", "--lang", "da").out
    assert "hænger på én ting alene" in danish and "falder det" in danish


def test_a_list_that_was_cut_says_so(run, odder):
    assert "There may be more" in run("cuts", odder, "ret-individuel", "--at-most", "3", "--lang", "en").out
    assert "Der kan være flere" in run("cuts", odder, "ret-individuel", "--at-most", "3", "--lang", "da").out


def test_restoring(run, odder):
    answer = run("cuts", odder, "g-bostoette-2019", "--to", "restore", "--lang", "en")
    assert answer.status == 0 and "can be made to stand" in answer.out
    stands = run("cuts", odder, "g-bostoette-2019", "--to", "restore", "--date", "2019-06-01", "--lang", "en")
    assert "nothing need be put in force" in stands.out


def test_wrong_use(run, odder):
    for wrong in (["cuts", odder], ["cuts", odder, "sel-141", "--to", "bend"], ["cuts", odder, "sel-141", "--at-most", "0"],
                  ["cuts", odder, "sel-14"]):
        assert run(*wrong).status == 2
