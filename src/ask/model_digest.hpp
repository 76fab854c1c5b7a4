#pragma once

// The digest of one model, worked out when it is first asked for.

#include <mutex>
#include <string>
#include <utility>

#include <regelgraf/canonical.hpp>

namespace regelgraf::ask {

/// Why not when the model is loaded: it takes longer than to load it, and typed calls never ask for
/// it. Several who ask at once each work it out, and nobody waits: who is told of the progress may
/// ask meanwhile, too. Thread rule: reentrant.
class ModelDigest {
 public:
  explicit ModelDigest(const Model& model) : model_(model) {}
  ModelDigest(const Model& model, std::string known) : model_(model), digest_(std::move(known)) {}

  /// Of @p limits those that cancel and show progress; the time is the question's own. Throws Error
  /// cancelled.
  [[nodiscard]] const std::string& get(const Limits& limits = {}) {
    {
      const std::lock_guard lock(mutex_);
      if (!digest_.empty()) return digest_;  // never changes again
    }
    Limits patient = limits;
    patient.seconds.reset();
    std::string made = digest(model_, patient);
    const std::lock_guard lock(mutex_);
    if (digest_.empty()) digest_ = std::move(made);
    return digest_;
  }

 private:
  const Model& model_;
  std::mutex mutex_;
  std::string digest_;
};

}  // namespace regelgraf::ask
