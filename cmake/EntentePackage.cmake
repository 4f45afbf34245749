# What lets other projects find an installed Entente: a CMake package and a pkg-config file. Both work from wherever the
# installed tree is moved to.
include(CMakePackageConfigHelpers)
set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/entente")
set(ENTENTE_IS_SHARED OFF)
if(BUILD_SHARED_LIBS)
  set(ENTENTE_IS_SHARED ON)
endif()

install(EXPORT entente-targets NAMESPACE entente:: FILE ententeTargets.cmake DESTINATION "${package_folder}")
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/ententeConfig.cmake.in" "${PROJECT_BINARY_DIR}/ententeConfig.cmake"
                              INSTALL_DESTINATION "${package_folder}")
# Before 1.0 a new minor version may break its users.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/ententeConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/ententeConfig.cmake" "${PROJECT_BINARY_DIR}/ententeConfigVersion.cmake"
        DESTINATION "${package_folder}")

# Who links static libraries has to link what they need as well; shared ones bring it along.
file(RELATIVE_PATH ENTENTE_PC_TO_PREFIX "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" ENTENTE_PC_TO_PREFIX "${ENTENTE_PC_TO_PREFIX}")
if(BUILD_SHARED_LIBS)
  set(ENTENTE_PC_REQUIRES "Requires.private")
else()
  set(ENTENTE_PC_REQUIRES "Requires")
endif()
configure_file("${PROJECT_SOURCE_DIR}/cmake/entente.pc.in" "${PROJECT_BINARY_DIR}/entente.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/entente.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
# What the weights in the library were learnt from has to be credited wherever they go.
install(FILES "${PROJECT_SOURCE_DIR}/importers/prose/weights/README.md" DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME weights.md)
