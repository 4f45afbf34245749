// A function that a caller hands over.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace entente {

template <class Signature>
class Callback;

/// Holds anything that can be called with these arguments, or nothing: std::function without the header that it needs,
/// which would take a quarter of the time of compiling ours. Copies share what they hold.
template <class Result, class... Arguments>
class Callback<Result(Arguments...)> {
 public:
  Callback() = default;
  Callback(std::nullptr_t) {}  // NOLINT(google-explicit-constructor): as for a pointer

  template <class Callable>
  requires(!std::is_same_v<std::remove_cvref_t<Callable>, Callback> &&
           std::is_invocable_r_v<Result, std::decay_t<Callable>&, Arguments...>)
      Callback(Callable&& callable)  // NOLINT(google-explicit-constructor): a lambda is what is handed over
      : callable_(std::make_shared<Holder<std::decay_t<Callable>>>(std::forward<Callable>(callable))) {}

  /// There has to be something to call.
  Result operator()(Arguments... arguments) const { return callable_->call(std::forward<Arguments>(arguments)...); }
  explicit operator bool() const { return callable_ != nullptr; }

 private:
  struct Callee {
    virtual ~Callee() = default;
    virtual Result call(Arguments... arguments) = 0;
  };
  template <class Callable>
  struct Holder final : Callee {
    explicit Holder(Callable held) : callable(std::move(held)) {}
    Result call(Arguments... arguments) override { return callable(std::forward<Arguments>(arguments)...); }
    Callable callable;
  };

  std::shared_ptr<Callee> callable_;
};

}  // namespace entente
