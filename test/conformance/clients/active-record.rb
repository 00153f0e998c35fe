# frozen_string_literal: true

# Connects once for each environment on standard input, as a program in such a container does, and says whom the server took it for.
# Arguments: the variable that holds the URL, and the question.
require 'active_record'
require_relative 'each_environment'

variable, question = ARGV

print_for_each do
  ActiveRecord::Base.establish_connection(ENV.fetch(variable))
  { answer: ActiveRecord::Base.connection.select_value(question) }
rescue StandardError, LoadError => e
  { refused: "#{e.class}: #{e.message}".force_encoding('UTF-8').scrub }
end
