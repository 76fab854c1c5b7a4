// The options of who-decides and may: who, on what authority, on what conditions, after involving
// whom.

#include <algorithm>
#include <optional>

#include "cli/render.hpp"

namespace regelgraf::cli {

namespace {

/// Options of the same people under the same conditions, on several grounds.
using Alike = std::vector<const Option*>;

bool same_involvement(const Option& a, const Option& b) {
  return std::equal(a.involve.begin(), a.involve.end(), b.involve.begin(), b.involve.end(),
                    [](const Involved& x, const Involved& y) {
                      return x.involvement == y.involvement && x.body == y.body &&
                             x.depends_on == y.depends_on;
                    });
}

bool alike(const Option& a, const Option& b) {
  return a.holders == b.holders && a.jointly == b.jointly && a.must == b.must && a.tier == b.tier &&
         a.depends_on == b.depends_on && a.notice_months == b.notice_months &&
         a.exceptional == b.exceptional && same_involvement(a, b);
}

/// The limit that a condition on a number sets; `below` tells which way.
struct Limit {
  std::uint32_t fact = 0;
  bool below = false;
  double value = 0;
  bool itself = false;  ///< The limit itself is within.
};

std::optional<Limit> limit_of(const Model& model, const Dependence& one) {
  if (one.not_all || one.unknowns.front().what != Unknown::What::condition) return std::nullopt;
  const Condition& condition = *one.unknowns.front().condition;
  const auto fact = model.fact(condition.fact);
  const double* value =
      condition.values.empty() ? nullptr : std::get_if<double>(&condition.values.front());
  if (!fact || !value || condition.op == Op::eq || condition.op == Op::ne || condition.op == Op::in)
    return std::nullopt;
  const bool below = condition.op == Op::lt || condition.op == Op::le;
  return Limit{*fact, below, *value, condition.op == Op::le || condition.op == Op::ge};
}

/// Does @p a leave less room than @p b?
bool tighter(const Limit& a, const Limit& b) {
  if (a.fact != b.fact || a.below != b.below) return false;
  if (a.value == b.value) return !a.itself && b.itself;
  return a.below == (a.value < b.value);
}

class OptionRenderer : Renderer {
 public:
  OptionRenderer(const Model& model, const Say& say, Page& page, const AuthorityQuestion& question)
      : Renderer(model, say, page), question_(question) {}

  [[nodiscard]] std::vector<Tree> trees(const std::vector<Option>& options) const {
    std::vector<Alike> groups;
    for (const Option& option : options) {
      const auto known = std::find_if(groups.begin(), groups.end(), [&](const Alike& group) {
        return alike(*group.front(), option);
      });
      if (known == groups.end())
        groups.push_back({&option});
      else
        known->push_back(&option);
    }
    std::vector<Tree> trees;
    for (const Alike& group : groups)
      trees.push_back(tree_of(
          group, groups.size() > 1 ? std::to_string(trees.size() + 1) + ". " : std::string()));
    return trees;
  }

 private:
  [[nodiscard]] Tree tree_of(const Alike& group, const std::string& number) const {
    const Option& option = *group.front();
    Tree tree{Text(number), {}};
    tree.label.add(begin(who_holds(option)), Tone::strong);
    std::string ids;
    for (const Index holder : option.holders)
      ids += (ids.empty() ? "" : ", ") + std::string(model.id(holder));
    tree.label.add(" (" + ids + ") " + page.dot() + " " + say.word(option.tier), Tone::faint);
    if (option.exceptional)
      tree.label.add(say(" (kun undtagelsesvis)", " (exceptionally only)"), Tone::warning);
    if (!option.must.empty() && option.jointly < option.holders.size())
      tree.add(
          {say("kun når ", "only with ") + names(option.must) + say(" er med", " among them"), {}});
    depends(tree, option);
    for (const Option* one : group) authority(tree, *one);
    for (const Warning& warning : option.warnings) tree.add({warning_text(warning), {}});
    involvements(tree, option.involve);
    return tree;
  }

  [[nodiscard]] std::string who_holds(const Option& option) const {
    if (option.holders.size() == 1) return name(option.holders.front());
    if (option.jointly == option.holders.size())
      return names(option.holders) + say(" sammen", " together");
    if (option.jointly > 1)
      return say("mindst ", "at least ") + std::to_string(option.jointly) + say(" af ", " of ") +
             names(option.holders);
    return names(option.holders, " eller ", " or ");
  }

  /// What must hold; of several limits on one number the tightest says it all.
  void depends(Tree& tree, const Option& option) const {
    if (option.depends_on.empty()) return;
    Tree& node = tree.add({Text(say("forudsætter", "provided"), Tone::warning), {}});
    for (const Dependence& one : option.depends_on) {
      const auto limit = limit_of(model, one);
      const bool implied = limit && std::any_of(option.depends_on.begin(), option.depends_on.end(),
                                                [&](const Dependence& other) {
                                                  const auto its = limit_of(model, other);
                                                  return its && tighter(*its, *limit);
                                                });
      if (!implied) node.add({dependence(one), {}});
    }
  }

  void authority(Tree& tree, const Option& option) const {
    if (option.notice_months) {
      tree.add({say("kan opsige reglen alene med ", "may end the rule alone with ") +
                    say.figure(*option.notice_months) + say(" måneders varsel", " months' notice"),
                {}});
      return;
    }
    if (option.implied) {
      tree.add({implied_text(option), {}});
      return;
    }
    Tree* at = &tree.add({say("bemyndigelse", "authority"), {}});
    for (const Index grant : option.chain) at = &at->add({link(grant), {}});
    manner(tree, option);
  }

  [[nodiscard]] std::string implied_text(const Option& option) const {
    if (question_.target == none || model.kind(question_.target) != Kind::rule)
      return say("har myndigheden over det, der er givet videre",
                 "has the authority over what was passed on");
    const auto issuers = model.issuers(question_.target);
    if (issuers.empty())
      return say(
          "ledelsesretten: reglen har ingen kendt udsteder og binder kun folk under denne leder",
          "the right to manage: the rule has no known issuer and binds only people below this "
          "leader");
    const bool own = std::any_of(option.holders.begin(), option.holders.end(), [&](Index holder) {
      return std::find(issuers.begin(), issuers.end(), holder) != issuers.end();
    });
    if (own) return say("har selv udstedt reglen", "issued the rule");
    for (const Index issuer : issuers)
      for (const Index holder : option.holders)
        if (model.at_or_below(issuer, holder))
          return say("står over " + name(issuer) + ", der har udstedt reglen",
                     "stands above " + name(issuer) + ", who issued the rule");
    return say("træder i stedet for den, der har udstedt reglen",
               "stands in for who issued the rule");
  }

  /// A grant of the chain: to whom, on what ground.
  [[nodiscard]] Text link(Index grant) const {
    const std::optional<Ground> by = model.grant(grant).by;
    Text text(begin(holders_of(grant)));
    if (by)
      text.add(", ").add(say.word(*by), *by == Ground::practice ? Tone::warning : Tone::plain);
    if (const auto basis = basis_of(grant); !basis.empty()) text.add(": " + names(basis));
    return text.add(" (" + std::string(model.id(grant)) + ")", Tone::faint);
  }

  void manner(Tree& tree, const Option& option) const {
    const Element element = model.element(option.grant);
    const auto& manner = std::get<Grant>(element.fields).manner;
    if (!manner) return;
    std::string text;
    if (manner->in_meeting) text = say("besluttes i et møde", "decided in a meeting");
    if (manner->votes)
      text += (text.empty() ? "" : ", ") + std::string(say("kræver ", "needs ")) +
              say.figure(*manner->votes) + say(" stemmer", " votes");
    if (!text.empty()) tree.add({text, {}});
  }

  [[nodiscard]] Text warning_text(const Warning& warning) const {
    const std::string who = begin(name(warning.disqualified)), holder = name(warning.holder);
    return Text(
        warning.what == Warning::What::member_disqualified
            ? say(who + " er inhabil og må ikke deltage; " + holder + " er stadig kompetent",
                  who + " is disqualified and may not take part; " + holder + " stays competent")
            : say(who + " er inhabil, og " + holder +
                      " hører under vedkommende: vurdér afledt inhabilitet",
                  who + " is disqualified and stands above " + holder +
                      ": consider derived disqualification"),
        Tone::warning);
  }

  void involvements(Tree& tree, const std::vector<Involved>& list) const {
    for (const Timing timing : {Timing::before, Timing::after}) {
      Tree node{timing == Timing::before ? say("før beslutningen", "before the decision")
                                         : say("efter beslutningen", "after the decision"),
                {}};
      for (const Involved& one : list)
        if (written(one).timing == timing) node.add({involved(one), {}});
      if (!node.under.empty()) tree.add(std::move(node));
    }
  }

  [[nodiscard]] Involvement written(const Involved& one) const {
    return std::get<Involvement>(model.element(one.involvement).fields);
  }

  [[nodiscard]] Text involved(const Involved& one) const {
    const Involvement fields = written(one);
    Text text;
    if (one.body != none)
      text.add(begin(name(one.body)));
    else
      text.add(std::string(
                   say("Organet på beslutterens niveau (", "The body at the decider's level (")) +
                   say.word(fields.body.at_level_of_decider.value_or(Tier::med)) +
                   say("), som ikke er registreret,", "), which is not recorded,"),
               Tone::warning);
    text.add(std::string(" ") + say.word(fields.how));
    if (fields.days)
      text.add(say(", mindst ", ", at least ") + say.figure(*fields.days) + say(" dage", " days"),
               Tone::strong);
    std::string conditions;
    for (const Unknown& one_unknown : one.depends_on)
      conditions += (conditions.empty() ? say(", hvis ", ", if ") : say(" og ", " and ")) +
                    unknown(one_unknown);
    text.add(conditions, Tone::warning);
    if (const auto basis = basis_of(one.involvement); !basis.empty())
      text.add(say(", efter ", ", by ") + names(basis));
    return text.add(" (" + std::string(model.id(one.involvement)) + ")", Tone::faint);
  }

  const AuthorityQuestion& question_;
};

}  // namespace

std::vector<Tree> option_trees(const Model& model, const Say& say, Page& page,
                               const AuthorityQuestion& question,
                               const std::vector<Option>& options) {
  return OptionRenderer(model, say, page, question).trees(options);
}

}  // namespace regelgraf::cli
