using CommissioningBot.Bot.Commands;

return await CommandLine.Run(args);
