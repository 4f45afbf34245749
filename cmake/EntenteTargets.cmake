# entente_options(TARGET): C++20 without extensions, and in developer mode every warning as an error.
function(entente_options target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  if(ENTENTE_DEVELOPER)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Werror)
  endif()
endfunction()

# entente_library(NAME): the library entente_NAME (entente::NAME) of every .cpp below the current folder, whose public
# headers are those in include/entente/. Only its own include folder is added, so the compiler keeps the libraries apart.
function(entente_library name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "/(training|fuzz)/")
  file(GLOB headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/include/entente/*.hpp")
  add_library(entente_${name} ${sources})
  add_library(entente::${name} ALIAS entente_${name})
  set_target_properties(entente_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON
                        VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR})
  target_sources(entente_${name} PUBLIC FILE_SET HEADERS BASE_DIRS include FILES ${headers})
  target_include_directories(entente_${name} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  set_target_properties(entente_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ${ENTENTE_DEVELOPER})
  entente_options(entente_${name})
  install(TARGETS entente_${name} EXPORT entente-targets FILE_SET HEADERS
          ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}")
endfunction()
