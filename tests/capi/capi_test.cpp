// The border itself: what C++ and C call the same, and that no exception crosses.

#include <new>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regelgraf/error.hpp>
#include <regelgraf/finding.hpp>
#include <regelgraf/may.hpp>
#include <regelgraf/version.hpp>
#include <regelgraf/who_decides.hpp>
#include <regelgraf/why.hpp>

#include "guard.hpp"

namespace capi {
rg_error* out_of_memory() {
  static rg_error ready{RG_OUT_OF_MEMORY, "out of memory", {}, {}};
  return &ready;
}
}  // namespace capi

namespace regelgraf::test {
namespace {

TEST(Capi, VersionIsThatOfTheCxxLibrary) {
  EXPECT_STREQ(rg_version(), version_string);
  EXPECT_EQ(rg_abi_version(), RG_ABI_VERSION);
}

TEST(Capi, VerdictsAgree) {
  const std::pair<Verdict, rg_verdict> same[] = {
      {Verdict::competent, RG_COMPETENT},     {Verdict::joint, RG_JOINT},
      {Verdict::conditional, RG_CONDITIONAL}, {Verdict::residual, RG_RESIDUAL},
      {Verdict::barred, RG_BARRED},           {Verdict::nobody, RG_NOBODY}};
  EXPECT_EQ(std::size(same), words<Verdict>().size());
  for (const auto& [cxx, c] : same) EXPECT_EQ(static_cast<rg_verdict>(cxx), c) << to_text(cxx);
}

TEST(Capi, OriginsClaimsAndSeveritiesAgree) {
  const std::pair<Origin, rg_origin> origins[] = {
      {Origin::agreed, RG_ORIGIN_AGREED},     {Origin::state, RG_ORIGIN_STATE},
      {Origin::required, RG_ORIGIN_REQUIRED}, {Origin::one_of_several, RG_ORIGIN_ONE_OF_SEVERAL},
      {Origin::allowed, RG_ORIGIN_ALLOWED},   {Origin::home_made, RG_ORIGIN_HOME_MADE},
      {Origin::unknown, RG_ORIGIN_UNKNOWN}};
  EXPECT_EQ(std::size(origins), words<Origin>().size());
  for (const auto& [cxx, c] : origins) EXPECT_EQ(static_cast<rg_origin>(cxx), c) << to_text(cxx);
  const std::pair<Claim, rg_claim> claims[] = {{Claim::none, RG_CLAIM_NONE},
                                               {Claim::agrees, RG_CLAIM_AGREES},
                                               {Claim::open, RG_CLAIM_OPEN},
                                               {Claim::contradicted, RG_CLAIM_CONTRADICTED}};
  EXPECT_EQ(std::size(claims), words<Claim>().size());
  for (const auto& [cxx, c] : claims) EXPECT_EQ(static_cast<rg_claim>(cxx), c) << to_text(cxx);
  EXPECT_EQ(static_cast<rg_severity>(Severity::error), RG_SEVERITY_ERROR);
  EXPECT_EQ(static_cast<rg_severity>(Severity::warning), RG_SEVERITY_WARNING);
  EXPECT_EQ(static_cast<rg_severity>(Severity::note), RG_SEVERITY_NOTE);
}

TEST(Capi, PermissionsAgree) {
  EXPECT_EQ(static_cast<rg_permission>(Permission::no), RG_NO);
  EXPECT_EQ(static_cast<rg_permission>(Permission::depends), RG_DEPENDS);
  EXPECT_EQ(static_cast<rg_permission>(Permission::yes), RG_YES);
}

TEST(Capi, EveryErrorCodeHasItsStatus) {
  const std::pair<Errc, rg_status> same[] = {{Errc::invalid_question, RG_INVALID_QUESTION},
                                             {Errc::unknown_element, RG_UNKNOWN_ELEMENT},
                                             {Errc::wrong_type, RG_WRONG_TYPE},
                                             {Errc::invalid_model, RG_INVALID_MODEL},
                                             {Errc::unreadable, RG_UNREADABLE},
                                             {Errc::personal_data, RG_PERSONAL_DATA},
                                             {Errc::too_large, RG_TOO_LARGE},
                                             {Errc::cancelled, RG_CANCELLED}};
  EXPECT_EQ(std::size(same), words<Errc>().size());
  for (const auto& [cxx, c] : same) EXPECT_EQ(capi::status_of(cxx), c) << to_text(cxx);
}

/// What the caller gets when @p body throws, as "status message at".
template <class Body>
std::string thrown(Body body) {
  rg_error* error = nullptr;
  const rg_status status = capi::guarded(&error, body);
  EXPECT_EQ(capi::guarded(nullptr, body), status) << "an error object changes nothing";
  EXPECT_EQ(rg_error_status(error), status);
  std::string said =
      std::to_string(status) + " " + rg_error_message(error) + " " + rg_error_at(error);
  if (error != capi::out_of_memory()) delete error;
  return said;
}

TEST(Capi, NoExceptionCrossesTheBorder) {
  EXPECT_EQ(thrown([] {}), "0  ");
  EXPECT_EQ(thrown([] { throw capi::BadArgument{"x is NULL"}; }), "1 x is NULL ");
  EXPECT_EQ(thrown([] { throw Error(Errc::wrong_type, "wrong", "facts.a"); }), "4 wrong facts.a");
  EXPECT_EQ(thrown([] { throw capi::Refused{RG_INVALID_MODEL, "bad", {"{}"}}; }), "5 bad ");
  EXPECT_EQ(thrown([] { throw std::bad_alloc(); }), "10 out of memory ");
  EXPECT_EQ(thrown([] { throw std::logic_error("defect"); }), "11 defect ");
  EXPECT_EQ(thrown([] { throw 7; }), "11 unknown exception ");
}

TEST(Capi, AnOldErrorIsNotMistakenForANewOne) {
  rg_error stale{RG_INTERNAL, "from before", {}, {}};
  rg_error* error = &stale;
  EXPECT_EQ(capi::guarded(&error, [] {}), RG_OK);
  EXPECT_EQ(error, nullptr);
}

}  // namespace
}  // namespace regelgraf::test
