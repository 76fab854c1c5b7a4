#include "cli/options.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <memory>
#include <utility>

#include <regelgraf/detail/text.hpp>
#include <regelgraf/version.hpp>

#include "cli/page.hpp"
#include "cli/words.hpp"

namespace regelgraf::cli {

namespace {

constexpr std::array names{
    "what-breaks", "what-if", "who-decides",  "may",           "why",        "check",    "ask",
    "convert",     "burden",  "cuts",         "rank",          "plan",       "what-may", "import",
    "test",        "diff",    "journal-note", "picture",       "worksheets", "report",   "review",
    "propose",     "store",   "keep-set",     "best-removals", "qualify",
};

/// `--lang` must be known before the first word is said.
Language language_of(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const bool next = std::strcmp(argv[i], "--lang") == 0 && i + 1 < argc;
    const char* const value = next                                       ? argv[i + 1]
                              : std::strncmp(argv[i], "--lang=", 7) == 0 ? argv[i] + 7
                                                                         : "";
    if (std::strcmp(value, "da") == 0) return Language::da;
    if (std::strcmp(value, "en") == 0) return Language::en;
  }
  return language_of_locale();
}

/// Help with columns counted in characters, and a usage line for each command.
class Help : public CLI::Formatter {
 public:
  std::map<std::string, std::string> usage;  ///< By command; that of the program by "".

  std::string make_usage(const CLI::App* app, std::string) const override {
    const auto found = usage.find(app->get_parent() ? app->get_name() : "");
    return "\n" + get_label("Usage") + ": regelgraf " + found->second + "\n";
  }
  std::string make_option(const CLI::Option* option, bool positional) const override {
    std::string line = "  " + make_option_name(option, positional) + make_option_opts(option);
    const std::size_t used = columns(line);
    line += used < column_width_ ? std::string(column_width_ - used, ' ')
                                 : "\n" + std::string(column_width_, ' ');
    return line + make_option_desc(option) + "\n";
  }
};

class CommandLine {
 public:
  CommandLine(int argc, char** argv) : argc_(argc), argv_(argv) {
    o_.language = say_.language = language_of(argc, argv);
  }

  Parsed read() {
    build();
    try {
      app_.parse(argc_, argv_);
    } catch (const CLI::CallForHelp&) {
      for (const CLI::App* command : app_.get_subcommands()) return show(command->help());
      return show(app_.help());
    } catch (const CLI::CallForVersion&) {
      return show(std::string("regelgraf ") + version_string + "\n");
    } catch (const CLI::ExtrasError&) {
      return unexpected(app_.remaining(true).front());
    } catch (const CLI::ArgumentMismatch& error) {
      return complain(option_of(error) + say_(" mangler en værdi", " needs a value"));
    } catch (const CLI::ValidationError& error) {
      return complain(option_of(error) +
                      say_(" kender ikke den værdi", " does not know that value") +
                      say_("; se --help", "; see --help"));
    } catch (const CLI::ParseError& error) {
      return complain(error.what());
    }
    return checked();
  }

  /// The option that a complaint of CLI11 begins with.
  static std::string option_of(const CLI::ParseError& error) {
    const std::string text = error.what();
    return text.substr(0, text.find(':'));
  }

  /// A value from a list; the list itself stands in the option's type.
  static CLI::Validator one_of(const std::vector<std::string>& values) {
    return CLI::IsMember(values).description("");
  }

 private:
  void build() {
    app_.description(say_("Hvem bestemmer, og hvad går i stykker: spørg en kommunes styringskæde",
                          "Who decides, and what breaks: ask a municipality's governance chain"));
    app_.set_help_flag("-h,--help", say_("vis denne hjælp", "show this help"));
    app_.set_version_flag("--version", std::string(), say_("vis versionen", "show the version"));
    help_->column_width(34);
    help_->label("Usage", say_("Brug", "Usage"));
    help_->label("Positionals", say_("Argumenter", "Arguments"));
    help_->usage[""] = say_("KOMMANDO MODEL ... [TILVALG]", "COMMAND MODEL ... [OPTIONS]");
    app_.formatter(help_);
    app_.fallthrough();
    app_.require_subcommand(0, 1);

    add(app_, "--lang", o_language_, "da|en", "sprog; ellers efter systemet",
        "language; else the system's")
        ->check(one_of({"da", "en"}));
    app_.add_flag("--json", o_.json,
                  say_("svaret som én linje JSON", "the answer as one line of JSON"));
    add(app_, "--color", color_, "auto|always|never", "farver", "colours")
        ->check(one_of({"auto", "always", "never"}));
    add(app_, "--layers", layers_, say_("MAPPE", "DIR"),
        "mappe med lag, som modeller bygger på; kan gentages",
        "folder of layers that models extend; repeatable");
    app_.add_flag(
        "--allow-personal-data", o_.allow_personal_data,
        say_("tillad tekst, der ligner CPR-numre", "let text pass that looks like CPR numbers"));
    app_.add_flag(
        "--verbose", o_.verbose,
        say_("fortæl på standard error, hvad der sker", "tell on standard error what happens"));
    app_.footer(
        say_("MODEL er en modelfil (.json, .jsonl, begge også .gz) eller - for standard input.\n"
             "Slutstatus: 0 besvaret, 1 fund eller nej, 2 forkert brug eller input, 3 intern "
             "fejl,\n130 afbrudt med Ctrl-C.",
             "MODEL is a model file (.json, .jsonl, either also .gz) or - for standard input.\n"
             "Exit status: 0 answered, 1 a finding or a no, 2 wrong use or input, 3 internal,\n130 "
             "ended by Ctrl-C."));

    const char* const options = say_("[TILVALG]", "[OPTIONS]");
    CLI::App& breaks =
        command(Command::what_breaks, std::string("ID... ") + options,
                "Hvad går i stykker, hvis regler fjernes?", "What breaks if rules are removed?");
    add(breaks, "ids,--remove", o_.ids, "ID", "det, der fjernes", "what is removed");
    view(breaks);

    CLI::App& change =
        command(Command::what_if, options, "Hvad følger af at fjerne, tilføje og ændre på én gang?",
                "What follows from removing, adding and changing together?");
    add(change, "--remove", o_.ids, "ID", "det, der fjernes; kan gentages",
        "what is removed; repeatable");
    add(change, "--add", o_.add, say_("FIL", "FILE"),
        "elementer, der tilføjes: JSON, eller ét på hver linje; kan gentages",
        "elements that are added: JSON, or one on each line; repeatable");
    add(change, "--change", o_.change, "ID=JSON",
        "felter i stedet for dets egne, fx x={\"status\": \"in_force\"}; null fjerner ét; kan "
        "gentages",
        "fields in place of its own, as x={\"status\": \"in_force\"}; null takes one away; "
        "repeatable");
    view(change);

    const std::string power = say_("--power BEFØJELSE --target ID ", "--power POWER --target ID ");
    authority(command(Command::who_decides, power + options, "Hvem kan beslutte eller ændre dette?",
                      "Who may decide or change this?"));

    CLI::App& note =
        command(Command::journal_note, power + options, "Skriv det som et notat til sagen",
                "Write it as a note for the case file");
    authority(note);
    add(note, "--actor", o_.id, say_("AKTØR", "ACTOR"), "og må denne aktør?",
        "and may this actor?");
    add(note, "--case-no", o_.case_no, say_("NR", "NO"), "sagens nummer", "the case's number");
    add(note, "--made", o_.made, say_("TID", "TIME"),
        "hvornår notatet er lavet, fx 2026-03-01T09:30",
        "when the note was made, as 2026-03-01T09:30");
    note.add_flag("--agenda-line", o_.agenda_line,
                  say_("kun linjen til dagsordenen", "only the line for the agenda"));
    note.add_flag("--internal", o_.internal,
                  say_("nævn også det, der er internt", "name what is internal, too"));

    const char* const actor = say_("AKTØR", "ACTOR");
    CLI::App& may = command(Command::may, actor + (" " + power) + options, "Må denne aktør?",
                            "May this actor?");
    add(may, "actor,--actor", o_.id, actor, "hvem der spørges om", "who is asked about");
    authority(may);

    CLI::App& what_may = command(Command::what_may, actor + (" " + std::string(options)),
                                 "Hvad må denne aktør selv, og hvad ikke?",
                                 "What may this actor on its own, and what not?");
    add(what_may, "actor,--actor", o_.id, actor, "hvem der spørges om", "who is asked about");
    add(what_may, "--power", o_.powers, say_("BEFØJELSE", "POWER"),
        "kun denne, fx repeal; kan gentages", "only this one, as repeal; repeatable");
    add(what_may, "--kind", o_.kinds, "rule|task|matter", "kun over det; kan gentages",
        "only over these; repeatable")
        ->check(one_of({"rule", "task", "matter"}));
    add(what_may, "--by", o_.by, "id|hours",
        "ordnet efter id eller timer; ellers timer, i --json id",
        "in order of id or of hours; else hours, in --json id")
        ->check(one_of({"id", "hours"}));
    what_may.add_flag("--not", o_.with_not,
                      say_("fortæl også, hvorfor ikke resten", "tell also why not the rest"));
    case_at_hand(what_may);
    seconds(what_may);

    CLI::App& cuts = command(Command::cuts, std::string("ID ") + options, "Hvad hænger det på?",
                             "What does it hang on?");
    add(cuts, "element,--element", o_.id, "ID", "det, der spørges om", "what is asked about");
    add(cuts, "--to", o_.to, "break|restore", "hvad der får det til at falde, eller til at gælde",
        "what fells it, or what makes it stand")
        ->check(one_of({"break", "restore"}));
    add(cuts, "--at-most", o_.at_most, say_("ANTAL", "NUMBER"), "så mange; ellers 100",
        "only so many; else 100")
        ->check(CLI::PositiveNumber.description(""));
    date(cuts);
    seconds(cuts);

    CLI::App& why = command(Command::why, std::string("ID ") + options, "Hvorfor har vi den regel?",
                            "Why do we have that rule?");
    add(why, "element,--element", o_.id, "ID", "det, der spørges om", "what is asked about");
    date(why);

    CLI::App& rank =
        command(Command::rank, options, "Hvad afhænger der mest af?", "What does most depend on?");
    add(rank, "--by", o_.by, "breaks|hours|duties",
        "ordnet efter, hvad der falder, efter timer eller efter pligter; ellers det første",
        "in order of what falls, of hours or of duties; else the first")
        ->check(one_of({"breaks", "hours", "duties"}));
    add(rank, "--top", o_.top, "N", "vis de første N; ellers 20, i --json alle",
        "show the first N; else 20, in --json all")
        ->check(CLI::PositiveNumber.description(""));
    add(rank, "--among", o_.among, "ID", "kun blandt disse; kan gentages",
        "only among these; repeatable");
    date(rank);
    seconds(rank);

    CLI::App& keep_set =
        command(Command::keep_set, options, "Hvad skal vi beholde, når alt andet går?",
                "What must we keep, when all else goes?");
    add(keep_set, "--objective", o_.objective, "hours|count",
        "færrest timer om året, eller færrest regler; ellers timer",
        "fewest hours a year, or fewest rules; else hours")
        ->check(one_of({"hours", "count"}));
    scope(keep_set);

    CLI::App& best = command(Command::best_removals, std::string("--at-most N ") + options,
                             "Hvilke få regler frigør mest, uden at en pligt mistes?",
                             "Which few rules free the most without loss of a duty?");
    add(best, "--at-most", o_.at_most, "N", "højst så mange regler fjernes",
        "so many rules are removed at most")
        ->check(CLI::PositiveNumber.description(""));
    scope(best);

    CLI::App& burden =
        command(Command::burden, std::string("--by tier|instrument|issuer|matter|actor ") + options,
                "Hvor mange timer koster reglerne, og hvor kommer de fra?",
                "How many hours do the rules cost, and where do they come from?");
    add(burden, "--by", o_.by, "tier|instrument|issuer|matter|actor",
        "niveauet, der har lavet reglen; slags regel; udsteder; emne; hvem der bærer timerne",
        "the level that made the rule; sort of rule; issuer; matter; who bears the hours")
        ->check(one_of({"tier", "instrument", "issuer", "matter", "actor"}));
    add(burden, "--within", o_.within, unit_word(), "kun det, der ligger i denne enhed",
        "only what lies in this unit");
    date(burden);

    CLI::App& plan = command(Command::plan, std::string("ID... ") + options,
                             "Hvordan fjernes reglerne, skridt for skridt?",
                             "How are the rules removed, step by step?");
    add(plan, "ids,--remove", o_.ids, "ID", "det, der skal fjernes", "what is to go");
    case_at_hand(plan);

    date(command(Command::check, options, "Er modellen i orden?", "Is the model in order?"));

    const char* const requests = say_("SPØRGSMÅL", "REQUESTS");
    CLI::App& ask = command(Command::ask, std::string("[") + requests + "]",
                            "Spørgsmål ind og svar ud, JSON på hver linje",
                            "Questions in and answers out, JSON on each line");
    add(ask, "requests", o_.file, requests, "fil; ellers standard input",
        "a file; else standard input");

    const char* const file = say_("FIL", "FILE");
    CLI::App& convert = command(Command::convert, file, "Skriv modellen i et andet format",
                                "Write the model in another format");
    add(convert, "output", o_.file, file,
        ".json, .jsonl, begge også .gz; .csv: en delegationsplan; - er JSON på standard output",
        ".json, .jsonl, either also .gz; .csv: a delegation plan; - is JSON on standard output");

    importing();

    CLI::App& test =
        command(Command::test, file, "Svarer modellen, som filens spørgsmål venter det?",
                "Does the model answer as the file's questions expect?");
    add(test, "cases", o_.file, file, "JSON: spørgsmål, hver med den del af svaret, der skal være",
        "JSON: questions, each with the part of the answer that must be there");

    const char* const other = say_("MODEL2", "MODEL2");
    CLI::App& diff = command(Command::diff, std::string(other) + " " + options,
                             "Hvad er ændret fra MODEL til MODEL2, i mening?",
                             "What changed from MODEL to MODEL2, in meaning?");
    add(diff, "other", o_.file, other, "den senere model", "the later model");
    add(diff, "--table", o_.table, file, "hvem der bestemmer, som CSV til dagsordenen",
        "who decides, as CSV for the agenda");
    date(diff);

    picturing();
    sheets();
    const char* const out = say_("-o SIDE.html [TILVALG]", "-o PAGE.html [OPTIONS]");
    CLI::App& report =
        command(Command::report, out, "Skriv modellen som en side til at læse og hænge op",
                "Write the model as a page to read and to hang on the wall");
    add(report, "-o,--output", o_.file, say_("SIDE", "PAGE"),
        "HTML-filen, der skrives; - er standard output",
        "the HTML file to write; - is standard output");
    add(report, "--review", o_.review, file, "en regelsanering, JSON: dens bunker og beslutninger",
        "a review, JSON: its heaps and decisions");
    report.add_flag("--internal", o_.internal,
                    say_("vis også det, der er internt", "show what is internal, too"));
    date(report);
    seconds(report);
    reviewing();
    CLI::App& propose = command(Command::propose, std::string(file) + " " + options,
                                "Er et forslag til en ny regel klar til beslutning?",
                                "Is a proposal for a new rule ready to be decided on?");
    add(propose, "rule", o_.file, file, "reglen som JSON; - er standard input",
        "the rule as JSON; - is standard input");
    date(propose);
    storing();
    qualifying();

    std::vector<CLI::App*> apps = app_.get_subcommands({});
    apps.push_back(&app_);
    for (CLI::App* app : apps)
      for (CLI::Option* option : app->get_options()) option->group(say_("Tilvalg", "Options"));
  }

  void picturing() {
    CLI::App& picture = command(Command::picture, say_("[ID...] [TILVALG]", "[ID...] [OPTIONS]"),
                                "Tegn modellen, en del af den eller et svar",
                                "Draw the model, a part of it, or an answer");
    add(picture, "ids", o_.ids, "ID", "det, der tegnes omkring; ellers hele modellen",
        "what is drawn around; else the whole model");
    add(picture, "--steps", o_.steps, "N", "så mange led omkring; ellers 1",
        "so many steps around; else 1")
        ->check(CLI::Range(0, 100).description(""));
    add(picture, "--why", o_.picture_why, "ID", "hvorfor har vi den: hjemmel og formål",
        "why do we have it: grounds and purposes");
    add(picture, "--what-breaks", o_.picture_breaks, "ID",
        "hvad går i stykker uden den; kan gentages", "what breaks without it; repeatable");
    add(picture, "--who-decides", o_.picture_decides, say_("BEFØJELSE ID", "POWER ID"),
        "hvem kan, og gennem hvilken kæde", "who may, and through which chain")
        ->expected(2);
    picture.add_flag("--delegation", o_.delegation,
                     say_("hvem har givet hvem kompetence; med ID: omkring den bemyndigelse",
                          "who gave whom authority; with ID: around that grant"));
    add(picture, "--format", o_.format, "svg|dot|graphml|mermaid",
        "ellers efter filens navn, ellers svg", "else by the file's name, else svg")
        ->check(one_of({"svg", "dot", "graphml", "mermaid"}));
    output(picture);
    add(picture, "--within", o_.within, unit_word(), "med --what-breaks: kun set fra denne enhed",
        "with --what-breaks: seen from this unit alone");
    case_at_hand(picture);
    internal(picture);
  }

  void sheets() {
    CLI::App& sheets =
        command(Command::worksheets,
                say_("--unit ENHED -o MÅL [TILVALG]", "--unit UNIT -o TARGET [OPTIONS]"),
                "Ark til arbejdsgruppens bord, trin for trin, til at printe på A4",
                "Sheets for the group's table, step by step, to print on A4");
    add(sheets, "--unit", o_.unit, unit_word(), "enheden, der arbejder med sine regler",
        "the unit that works on its rules");
    add(sheets, "--rule", o_.rules, "ID", "en regel, der arbejdes med; kan gentages",
        "a rule that is worked on; repeatable");
    add(sheets, "--step", o_.step, "1-6", "kun arkene til dette trin; ellers alle",
        "the sheets of this step alone; else all")
        ->check(CLI::Range(1, 6).description(""));
    output(sheets);
    date(sheets);
    internal(sheets);
  }

  void output(CLI::App& app) {
    add(app, "-o,--output", o_.file, say_("FIL", "FILE"),
        "ellers standard output; arbejdsark: en .html-fil, eller en mappe til én fil pr. ark",
        "else standard output; worksheets: an .html file, or a folder for one file a sheet");
  }

  void internal(CLI::App& app) {
    app.add_flag("--internal", o_.internal,
                 say_("nævn også det, der er internt", "name what is internal, too"));
  }

  /// What is up for review: all that is given must match.
  void scope(CLI::App& command) {
    const char* const again = say_("; kan gentages", "; repeatable");
    const auto list = [&](const char* option, std::vector<std::string>& into, const char* what,
                          const char* da, const char* en) {
      command.add_option(option, into, say_(da, en) + std::string(again))->type_name(what);
    };
    list("--instrument", o_.instruments, "INSTRUMENT", "regler af denne slags",
         "rules of this sort");
    list("--issuer", o_.issuers, say_("AKTØR", "ACTOR"), "regler fra denne udsteder",
         "rules of this issuer");
    list("--tier", o_.tiers, "TIER", "regler lavet på dette niveau", "rules made at this level");
    list("--matter", o_.matters, say_("EMNE", "MATTER"), "regler om dette emne alene",
         "rules about this matter alone");
    list("--id", o_.scope_ids, "ID", "disse regler", "these rules");
    add(command, "--repealable-by", o_.repealable_by, say_("AKTØR", "ACTOR"),
        "regler, aktøren kan ophæve alene", "rules the actor may repeal alone");
    list("--keep", o_.keep, "ID", "skal også bestå", "must stand, too");
    date(command);
    seconds(command);
  }

  void importing() {
    const char* const usage = say_("--id ID -o MODEL [TILVALG]", "--id ID -o MODEL [OPTIONS]");
    CLI::App& import =
        command(Command::import_table, usage, "Gør en delegationsplan, en CSV-tabel, til en model",
                "Make a model of a delegation plan, a CSV table");
    help_->usage["import"] = std::string("import ") + say_("TABEL ", "TABLE ") + usage;
    import.get_option("model")
        ->type_name(say_("TABEL", "TABLE"))
        ->description(say_("tabellen: .csv med semikolon, UTF-8; - er standard input",
                           "the table: .csv with semicolons, UTF-8; - is standard input"));
    add(import, "--as", o_.as, "delegation-plan", "hvad tabellen er", "what the table is")
        ->check(one_of({"delegation-plan"}));
    add(import, "--id", o_.id, "ID", "modellens id; rækkers id begynder med det",
        "the model's id; the ids of rows begin with it");
    add(import, "-o,--output", o_.file, say_("MODEL", "MODEL"),
        "modellen, der skrives; - er JSON på standard output",
        "the model to write; - is JSON on standard output");
    add(import, "--extends", o_.extends, say_("LAG", "LAYER"),
        "lag, som modellen bygger på: navn, eller sti fra modellen; kan gentages",
        "layer that the model extends: a name, or a path from the model; repeatable");
    add(import, "--basis", o_.basis, "ID", "regel i et lag, som planen hviler på; kan gentages",
        "rule of a layer that the plan rests on; repeatable");
    add(import, "--name", o_.name, say_("NAVN", "NAME"), "planens navn", "the plan's name");
    add(import, "--mapping", o_.mapping, say_("FIL", "FILE"),
        "JSON, der siger, hvad tabellens kolonner og mærker er",
        "JSON that says what the table's columns and marks are");
    add(import, "--council", o_.council, say_("NAVN", "NAME"),
        "kommunalbestyrelsens kolonne, eller dens navn", "the council's column, or its name");
    add(import, "--owner", o_.owner, say_("KOLONNE", "COLUMN"),
        "udvalget, hvis egen plan det er; ellers er den kommunalbestyrelsens",
        "the committee whose own plan it is; else it is the council's");
    add(import, "--from", o_.from, say_("ÅÅÅÅ-MM-DD", "YYYY-MM-DD"), "planen gælder fra denne dag",
        "the plan applies from this day");
    add(import, "--until", o_.until, say_("ÅÅÅÅ-MM-DD", "YYYY-MM-DD"),
        "og til, men ikke med, denne dag", "until, and without, this day");
  }

  void reviewing() {
    const std::string usage =
        say_("new|status|apply|replies|evaluate|plan GENNEMGANG MODEL [HÆNDELSE] [TILVALG]",
             "new|status|apply|replies|evaluate|plan REVIEW MODEL [EVENT] [OPTIONS]");
    CLI::App* const app = app_.add_subcommand(
        "review", say_("Gennemgangen af regler: hvor langt er den, og hvad blev det til?",
                       "The review of rules: how far has it come, and what came of it?"));
    help_->usage["review"] = "review " + usage;
    app->group(say_("Kommandoer", "Commands"));
    app->footer(say_("Fælles tilvalg (--lang, --json, ...): regelgraf --help",
                     "Options of all commands (--lang, --json, ...): regelgraf --help"));
    app->callback([this] { o_.command = Command::review; });
    add(*app, "what", o_.what, "new|status|apply|replies|evaluate|plan",
        "begynd en; hvad mangler; før en hændelse ind; svar til enhederne; hvad kom der af det; "
        "hvordan fjernes det",
        "begin one; what is missing; bring an event in; letters to the units; what came of it; "
        "how is it removed")
        ->check(one_of({"new", "status", "apply", "replies", "evaluate", "plan"}));
    add(*app, "review", o_.review, say_("GENNEMGANG", "REVIEW"),
        "gennemgangen (.json); for new dens hoved", "the review (.json); of new its head");
    add(*app, "model", o_.model, "MODEL", "modellen, den handler om", "the model it is about");
    add(*app, "event", o_.file, say_("HÆNDELSE", "EVENT"), "for apply: hændelsen (.json)",
        "of apply: the event (.json)");
    add(*app, "-o,--output", o_.output, say_("FIL", "FILE"),
        "gennemgangen, der skrives; ellers standard output",
        "the review to write; else standard output");
    app->add_flag("--samskabt", o_.samskabt,
                  say_("status efter Samskabt styrings seks trin",
                       "the status by the six steps of Samskabt styring"));
    date(*app);
  }

  void storing() {
    const char* const file = say_("FIL", "FILE");
    const char* const time = say_("TIDSPUNKT", "TIME");
    CLI::App& app = *app_.add_subcommand(
        "store", say_("Modellens historie: hvem ændrede hvad, hvornår, og hvad gjaldt på dagen",
                      "The model's history: who changed what, when, and what held on the day"));
    StoreWish& s = o_.store;
    help_->usage["store"] =
        say_("store HANDLING LAGER ... [TILVALG]", "store ACTION STORE ... [OPTIONS]");
    app.group(say_("Kommandoer", "Commands"));
    app.footer(say_(
        "init LAGER | commit LAGER FIL | log LAGER | show LAGER TILSTAND | as-of LAGER -o MODEL |\n"
        "diff LAGER FRA TIL | blame LAGER ID | verify LAGER | backup LAGER FIL | export LAGER FIL "
        "|\n"
        "import LAGER FIL | put-review LAGER FIL | get-review LAGER ID\n"
        "LAGER er en SQLite-fil eller postgresql://... En ændring er JSON (src/store/README.md)\n"
        "eller en hel model. FRA og TIL er tilstande (1, 2, ...) eller tidspunkter.\n"
        "Fælles tilvalg (--lang, --json, ...): regelgraf --help",
        "init STORE | commit STORE FILE | log STORE | show STORE STATE | as-of STORE -o MODEL |\n"
        "diff STORE FROM TO | blame STORE ID | verify STORE | backup STORE FILE |\n"
        "export STORE FILE | import STORE FILE | put-review STORE FILE | get-review STORE ID\n"
        "STORE is an SQLite file or postgresql://... A change set is JSON (src/store/README.md) "
        "or\n"
        "a whole model. FROM and TO are states (1, 2, ...) or times.\n"
        "Options of all commands (--lang, --json, ...): regelgraf --help"));
    app.callback([this] { o_.command = Command::store; });
    add(app, "action", s.action, say_("HANDLING", "ACTION"), "se nedenfor", "see below")
        ->check(one_of({"init", "commit", "log", "show", "as-of", "diff", "blame", "verify",
                        "backup", "export", "import", "put-review", "get-review"}));
    add(app, "store", o_.model, say_("LAGER", "STORE"), "lageret", "the store");
    add(app, "words", s.words, say_("FIL|ID|TILSTAND", "FILE|ID|STATE"), "se nedenfor",
        "see below");
    add(app, "--by", s.by, say_("HVEM", "WHO"), "post, enhed eller system, der ændrer",
        "post, unit or system that changes");
    add(app, "--at", s.at, time, "hvornår, fx 2026-11-27T10:00:00Z",
        "when, as 2026-11-27T10:00:00Z");
    add(app, "--why", s.why, say_("HVORFOR", "WHY"), "hvorfor, med ord", "why, in words");
    add(app, "--decision", s.decision, say_("TEKST", "TEXT"), "beslutningen bag",
        "the decision behind it");
    add(app, "--decision-element", s.decision_element, "ID",
        "elementet, som beslutningen hviler på", "the element that the decision rests on");
    add(app, "--decision-document", s.decision_document, say_("NR", "NO"),
        "beslutningens nummer i journalen", "the decision's number in the records");
    add(app, "--base", s.base, say_("TILSTAND", "STATE"), "den tilstand, ændringen er lavet på",
        "the state that the change was made on");
    app.add_flag("--only-on-newest", s.only_on_newest,
                 say_("afvis, hvis andre har ændret noget siden --base",
                      "refuse where others changed anything since --base"));
    add(app, "--valid", s.valid, say_("ÅÅÅÅ-MM-DD", "YYYY-MM-DD"),
        "dagen, der spørges om (virkning)", "the day that is asked about (virkning)");
    add(app, "--recorded", s.recorded, time,
        "hvad der da var registreret; en dag er hele dagen i UTC",
        "what was recorded by then; a day is the whole day in UTC");
    add(app, "--state", s.state, say_("TILSTAND", "STATE"), "i stedet for --recorded",
        "instead of --recorded");
    add(app, "--element", s.element, "ID", "log: kun det, der rørte elementet",
        "log: only what touched the element");
    add(app, "--expect", s.expect, say_("TILSTAND:HASH", "STATE:HASH"),
        "verify: hvad der er noteret et andet sted", "verify: what was noted elsewhere");
    add(app, "--id", s.review, "ID", "put-review: gennemgangens id", "put-review: the review's id");
    add(app, "-o,--output", s.output, file, "det, der skrives; - er standard output",
        "what is written; - is standard output");
  }

  void qualifying() {
    const char* const table = say_("TABEL", "TABLE");
    CLI::App& app = command(
        Command::qualify, std::string(table) + say_(" [TILVALG]", " [OPTIONS]"),
        "Hvem bestemmer over de indmeldte regler, og hvad koster de? Ark til kvalificering",
        "Who decides on the nominated rules, and what do they cost? The qualification sheet");
    add(app, "table", o_.file, table, "de indmeldte regler: .csv med semikolon, UTF-8",
        "the nominations: .csv with semicolons, UTF-8");
    add(app, "-o,--output", o_.output, say_("FIL", "FILE"),
        "arket som .csv, .json eller .html; ellers et overblik her",
        "the sheet as .csv, .json or .html; else a summary here");
    add(app, "--unit", o_.unit, unit_word(), "hvis ark det er: hvad der er vores eget",
        "whose sheet it is: what is our own");
    add(app, "--at-least", o_.at_least, "N", "færre enheder end det vises ikke for sig; ellers 3",
        "fewer units than this are not shown on their own; else 3")
        ->check(CLI::PositiveNumber.description(""));
    app.add_flag("--internal", o_.internal,
                 say_("nævn også det, der er internt", "name what is internal, too"));
    date(app);
  }

  /// A command with its MODEL.
  CLI::App& command(Command which, const std::string& usage, const char* da, const char* en) {
    const std::string name = names[static_cast<std::size_t>(which)];
    CLI::App* app = app_.add_subcommand(name, say_(da, en));
    help_->usage[name] = name + " MODEL " + usage;
    app->group(say_("Kommandoer", "Commands"));
    app->footer(say_("Fælles tilvalg (--lang, --json, ...): regelgraf --help",
                     "Options of all commands (--lang, --json, ...): regelgraf --help"));
    app->callback([this, which] { o_.command = which; });
    add(*app, "model", o_.model, say_("MODEL", "MODEL"), "modelfilen", "the model file");
    return *app;
  }

  template <class Value>
  CLI::Option* add(CLI::App& app, const std::string& name, Value& value, const char* type,
                   const char* da, const char* en) {
    CLI::Option* option = app.add_option(name, value, say_(da, en));
    option->type_name(type);
    // One value each time, so that what follows is not swallowed; positional lists take what comes.
    if (name.starts_with("--")) option->allow_extra_args(false);
    return option;
  }

  [[nodiscard]] const char* unit_word() const { return say_("ENHED", "UNIT"); }

  void date(CLI::App& app) {
    add(app, "--date", o_.date, say_("ÅÅÅÅ-MM-DD", "YYYY-MM-DD"),
        "dagen; ellers modellens seneste tilstand", "the day; else the model's last state");
  }

  /// What all questions about removals and changes have.
  void view(CLI::App& app) {
    date(app);
    add(app, "--within", o_.within, unit_word(), "kun set fra denne enhed (et forsøg)",
        "seen from this unit alone (a trial)");
    add(app, "--detail", o_.detail, "ids|causes|full", "hvor meget --json svarer; ellers alt",
        "how much --json answers; else everything")
        ->check(one_of({"ids", "causes", "full"}));
  }

  void seconds(CLI::App& app) {
    add(app, "--seconds", o_.seconds, "S", "svar med det, der er set efter, når tiden er gået",
        "answer with what was looked at when the time is up")
        ->check(CLI::NonNegativeNumber.description(""));
  }

  void authority(CLI::App& app) {
    add(app, "--power", o_.power, say_("BEFØJELSE", "POWER"),
        "decide, start, adopt, amend, waive, repeal, sign, pay, ...",
        "decide, start, adopt, amend, waive, repeal, sign, pay, ...");
    add(app, "--target", o_.target, "ID", "regel, opgave eller emne; kle:NR er et emne efter KLE",
        "a rule, task or matter; kle:NO is a matter by KLE number");
    add(app, "--kle", o_.kle, "NR", "i stedet for --target: et KLE-nummer",
        "instead of --target: a KLE number");
    add(app, "--facet", o_.facet, "G01", "handlingsfacet; kan give beføjelsen",
        "KLE's action facet; may give the power");
    case_at_hand(app);
  }

  /// The case that a question of authority is about.
  void case_at_hand(CLI::App& app) {
    add(app, "--unit", o_.unit, unit_word(), "enheden, sagen hører til",
        "the unit the case belongs to");
    date(app);
    add(app, "--fact", o_.facts, say_("NAVN=VÆRDI", "NAME=VALUE"),
        "en oplysning i sagen; kan gentages", "a fact of the case; repeatable");
    add(app, "--disqualified", o_.disqualified, say_("AKTØR", "ACTOR"), "inhabil; kan gentages",
        "may not take part; repeatable");
    add(app, "--absent", o_.absent, say_("AKTØR", "ACTOR"), "fraværende; kan gentages",
        "is away; repeatable");
  }

  Parsed checked() {
    if (app_.get_subcommands().empty()) {
      std::fputs(app_.help().c_str(), stderr);
      return {{}, wrong_use};
    }
    o_.color = color_ == "always"  ? ColorWish::always
               : color_ == "never" ? ColorWish::never
                                   : ColorWish::automatic;
    o_.layers.assign(layers_.begin(), layers_.end());
    const bool decides = o_.command == Command::who_decides || o_.command == Command::may ||
                         o_.command == Command::journal_note;
    if (decides && o_.kle.empty() && o_.target.starts_with("kle:") && !o_.facet.empty())
      o_.kle = std::exchange(o_.target, {}).substr(4);

    std::vector<const char*> missing;
    const auto need = [&](bool given, const char* what) {
      if (!given) missing.push_back(what);
    };
    const bool imports = o_.command == Command::import_table;
    need(!o_.model.empty(), imports                        ? say_("TABEL", "TABLE")
                            : o_.command == Command::store ? say_("LAGER", "STORE")
                                                           : "MODEL");
    if (o_.command == Command::store) need_of_store(need);
    if (imports) {
      need(!o_.id.empty(), "--id");
      need(!o_.file.empty(), "-o");
    }
    if (o_.command == Command::what_breaks || o_.command == Command::plan)
      need(!o_.ids.empty(), "ID");
    if (o_.command == Command::what_if)
      need(!o_.ids.empty() || !o_.add.empty() || !o_.change.empty(), "--remove, --add, --change");
    if (o_.command == Command::best_removals) need(o_.at_most.has_value(), "--at-most");
    if (o_.command == Command::burden) need(!o_.by.empty(), "--by");
    if (o_.command == Command::why || o_.command == Command::cuts) need(!o_.id.empty(), "ID");
    if (o_.command == Command::may || o_.command == Command::what_may)
      need(!o_.id.empty(), say_("AKTØR", "ACTOR"));
    if (o_.command == Command::review) {
      need(!o_.what.empty(), "new|status|apply|replies|evaluate|plan");
      need(!o_.review.empty(), say_("GENNEMGANG", "REVIEW"));
      if (o_.what == "apply") need(!o_.file.empty(), say_("HÆNDELSE", "EVENT"));
    }
    if (o_.command == Command::propose) need(!o_.file.empty(), say_("FIL", "FILE"));
    if (o_.command == Command::diff) need(!o_.file.empty(), "MODEL2");
    if (o_.command == Command::worksheets) need(!o_.unit.empty(), "--unit");
    if (o_.command == Command::picture) {
      const int asked = !o_.picture_why.empty() + !o_.picture_breaks.empty() +
                        !o_.picture_decides.empty() + (o_.delegation || !o_.ids.empty());
      if (asked > 1)
        return complain(say_("giv ID'er eller ét af --why, --what-breaks, --who-decides",
                             "give IDs, or one of --why, --what-breaks, --who-decides"));
    }
    if (o_.command == Command::report) need(!o_.file.empty(), "-o");
    if (o_.command == Command::qualify) need(!o_.file.empty(), say_("TABEL", "TABLE"));
    if (o_.command == Command::convert || o_.command == Command::test)
      need(!o_.file.empty(), say_("FIL", "FILE"));
    if (decides) {
      need(!o_.target.empty() || !o_.kle.empty(), "--target");
      need(!o_.power.empty() || !o_.facet.empty(), "--power");
    }
    if (!missing.empty()) {
      std::string list;
      for (const char* one : missing) list += (list.empty() ? "" : ", ") + std::string(one);
      return complain(say_("der mangler ", "missing: ") + list);
    }
    if (!o_.target.empty() && !o_.kle.empty())
      return complain(
          say_("giv --target eller --kle, ikke begge", "give --target or --kle, not both"));
    if (decides && o_.kle.empty() && !o_.facet.empty())
      return complain(say_("--facet hører til et KLE-nummer: giv --kle",
                           "--facet belongs to a KLE number: give --kle"));
    if (o_.command == Command::ask && o_.model == "-" && (o_.file.empty() || o_.file == "-"))
      return complain(say_("modellen og spørgsmålene kan ikke begge komme fra standard input",
                           "the model and the questions cannot both come from standard input"));
    const bool reads_more = o_.command == Command::review || o_.command == Command::propose;
    if (reads_more && (o_.model == "-") + (o_.file == "-") + (o_.review == "-") > 1)
      return complain(say_("kun én fil kan komme fra standard input",
                           "only one file can come from standard input"));
    if (o_.command == Command::qualify && o_.model == "-" && o_.file == "-")
      return complain(say_("modellen og tabellen kan ikke begge komme fra standard input",
                           "the model and the table cannot both come from standard input"));
    if (o_.command == Command::diff && o_.model == "-" && o_.file == "-")
      return complain(say_("de to modeller kan ikke begge komme fra standard input",
                           "the two models cannot both come from standard input"));
    if (o_.model == "-" && std::find(o_.add.begin(), o_.add.end(), "-") != o_.add.end())
      return complain(say_("modellen og det tilføjede kan ikke begge komme fra standard input",
                           "the model and what is added cannot both come from standard input"));
    return {o_, answered};
  }

  template <class Need>
  void need_of_store(const Need& need) const {
    const StoreWish& s = o_.store;
    const std::string& action = s.action;
    const auto is = [&](const char* name) { return action == name; };
    need(!action.empty(), say_("HANDLING", "ACTION"));
    if (is("commit") || is("backup") || is("export") || is("import") || is("put-review"))
      need(!s.words.empty(), say_("FIL", "FILE"));
    if (is("show")) need(!s.words.empty(), say_("TILSTAND", "STATE"));
    if (is("blame") || is("get-review")) need(!s.words.empty(), "ID");
    if (is("diff")) need(s.words.size() > 1, say_("FRA, TIL", "FROM, TO"));
    if (is("put-review")) {
      need(!s.review.empty(), "--id");
      need(!s.by.empty(), "--by");
      need(!s.at.empty(), "--at");
      need(!s.why.empty(), "--why");
    }
  }

  static Parsed show(const std::string& text) {
    std::fputs(text.c_str(), stdout);
    return {{}, answered};
  }

  /// Something the command line has no place for: an unknown option, command or argument.
  [[nodiscard]] Parsed unexpected(const std::string& what) const {
    if (detail::has_cpr(what))
      return complain(say_("et argument var ikke ventet her, og det ligner et CPR-nummer",
                           "an argument was not expected here, and it looks like a CPR number"));
    const bool is_option = what.starts_with('-');
    const auto chosen = app_.get_subcommands();
    std::vector<std::string> known;
    if (!is_option && chosen.empty()) known.assign(names.begin(), names.end());
    std::vector<const CLI::App*> apps(chosen.begin(), chosen.end());
    apps.push_back(&app_);
    for (const CLI::App* app : apps)
      for (const CLI::Option* option : app->get_options())
        for (const std::string& name : option->get_lnames())
          if (is_option) known.push_back("--" + name);
    std::string nearest;
    std::size_t least = 3;
    for (const std::string& name : known)
      if (const std::size_t edits = detail::edits(what, name, least); edits < least) {
        least = edits;
        nearest = name;
      }
    std::string text = is_option ? say_("ukendt tilvalg ", "unknown option ")
                       : known.empty()
                           ? say_("ventede ikke argumentet ", "did not expect the argument ")
                           : say_("ukendt kommando ", "unknown command ");
    text += detail::quote(what);
    if (!nearest.empty())
      text += say_("; mente du ", "; did you mean ") + detail::quote(nearest) + "?";
    return complain(text);
  }

  [[nodiscard]] Parsed complain(const std::string& text) const {
    const auto chosen = app_.get_subcommands();
    const std::string command = chosen.empty() ? "" : " " + chosen.front()->get_name();
    std::fprintf(stderr, "regelgraf%s: %s\n%s regelgraf%s --help\n", command.c_str(), text.c_str(),
                 say_("prøv", "try"), command.c_str());
    return {{}, wrong_use};
  }

  int argc_;
  char** argv_;
  Options o_;
  Say say_;
  CLI::App app_{"", "regelgraf"};
  std::shared_ptr<Help> help_ = std::make_shared<Help>();
  std::string o_language_, color_ = "auto";
  std::vector<std::string> layers_;
};

}  // namespace

Parsed read_options(int argc, char** argv) { return CommandLine(argc, argv).read(); }

}  // namespace regelgraf::cli
